/** How much is done at a time, and how long is waited after a failure. */
@NullMarked
package io.parley.outbound.pace;

import org.jspecify.annotations.NullMarked;
