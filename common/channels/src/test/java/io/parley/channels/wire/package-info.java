/** Tests of what providers' wires have in common. */
@NullMarked
package io.parley.channels.wire;

import org.jspecify.annotations.NullMarked;
