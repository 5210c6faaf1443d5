/** What became of the files that customers attach. */
@NullMarked
package io.parley.routing.media;

import org.jspecify.annotations.NullMarked;
