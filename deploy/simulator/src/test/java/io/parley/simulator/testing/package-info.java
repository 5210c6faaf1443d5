/** The two parties around the simulator in tests: who calls it and whom it calls. */
@NullMarked
package io.parley.simulator.testing;

import org.jspecify.annotations.NullMarked;
