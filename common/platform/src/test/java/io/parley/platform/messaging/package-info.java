/** Tests of events to and from Kafka. */
@NullMarked
package io.parley.platform.messaging;

import org.jspecify.annotations.NullMarked;
