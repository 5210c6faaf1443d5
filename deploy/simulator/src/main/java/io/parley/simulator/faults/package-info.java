/** Scripted faults: which requests they hit and what they do, the same for every provider. */
@NullMarked
package io.parley.simulator.faults;

import org.jspecify.annotations.NullMarked;
