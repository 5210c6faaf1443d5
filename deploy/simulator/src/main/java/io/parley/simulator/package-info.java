/** The simulator as a whole: start and stop it, its command line and its control API. */
@NullMarked
package io.parley.simulator;

import org.jspecify.annotations.NullMarked;
