/** Whole journeys through the running service, with real PostgreSQL and Kafka. */
@NullMarked
package io.parley.routing.journey;

import org.jspecify.annotations.NullMarked;
