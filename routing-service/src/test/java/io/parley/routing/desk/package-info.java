/** Rules of the agents' API. */
@NullMarked
package io.parley.routing.desk;

import org.jspecify.annotations.NullMarked;
