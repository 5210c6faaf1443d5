/** What a simulated provider must offer and what it is given to work with. */
@NullMarked
package io.parley.simulator.provider;

import org.jspecify.annotations.NullMarked;
