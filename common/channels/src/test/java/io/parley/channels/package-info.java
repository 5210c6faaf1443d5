/** Shows what holds for every provider. */
@NullMarked
package io.parley.channels;

import org.jspecify.annotations.NullMarked;
