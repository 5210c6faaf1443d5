/** Whole journeys of replies, with real servers and the simulator. */
@NullMarked
package io.parley.outbound.journey;

import org.jspecify.annotations.NullMarked;
