/** Tests of the provider Vibes. */
@NullMarked
package io.parley.channels.vibes;

import org.jspecify.annotations.NullMarked;
