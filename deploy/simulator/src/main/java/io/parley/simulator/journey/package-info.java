/** What happens to an accepted message and who is told, the same for every provider. */
@NullMarked
package io.parley.simulator.journey;

import org.jspecify.annotations.NullMarked;
