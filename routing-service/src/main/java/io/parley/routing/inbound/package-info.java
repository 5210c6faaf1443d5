/** Messages of customers join or open conversations. */
@NullMarked
package io.parley.routing.inbound;

import org.jspecify.annotations.NullMarked;
