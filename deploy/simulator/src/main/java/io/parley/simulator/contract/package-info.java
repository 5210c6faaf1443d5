/** A provider that speaks the neutral contract for custom channels. */
@NullMarked
package io.parley.simulator.contract;

import org.jspecify.annotations.NullMarked;
