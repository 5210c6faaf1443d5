/** Vibes' Message API: XML sends, inbound messages and receipts. */
@NullMarked
package io.parley.simulator.vibes;

import org.jspecify.annotations.NullMarked;
