/** Fetches what customers attach into the file store, and says what became of it. */
@NullMarked
package io.parley.outbound.media;

import org.jspecify.annotations.NullMarked;
