/** What the simulator has seen and done, kept in bounded memory for tests to ask. */
@NullMarked
package io.parley.simulator.recording;

import org.jspecify.annotations.NullMarked;
