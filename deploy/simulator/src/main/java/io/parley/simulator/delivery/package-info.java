/** Outgoing webhooks with a provider's time limits and repetitions. */
@NullMarked
package io.parley.simulator.delivery;

import org.jspecify.annotations.NullMarked;
