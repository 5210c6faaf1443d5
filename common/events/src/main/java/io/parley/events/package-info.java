/** The public contract: what Parley's services and its analytics consumers read on Kafka. */
@NullMarked
package io.parley.events;

import org.jspecify.annotations.NullMarked;
