package io.parley.routing.inbound;

import io.parley.events.Event;
import io.parley.events.MessageReceived;
import io.parley.routing.conversation.CustomerMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A customer's message as it came.
 *
 * @param event its envelope
 * @param message what is in it
 */
record Arrival(Event<?> event, MessageReceived message) {

  /**
   * What an event brings.
   *
   * @throws IllegalArgumentException if it is not a customer's message
   */
  static Arrival of(Event<?> event) {
    if (event.data() instanceof MessageReceived message) {
      return new Arrival(event, message);
    }
    throw new IllegalArgumentException(event.type().typeName() + " does not belong on this topic");
  }

  /** The same for the same event, so that a repetition could never be a second message. */
  UUID messageId() {
    return UUID.nameUUIDFromBytes(event.id().getBytes(StandardCharsets.UTF_8));
  }

  /** PostgreSQL keeps microseconds; what is told must be what is stored. */
  Instant receivedAt() {
    return message.receivedAt().truncatedTo(ChronoUnit.MICROS);
  }

  CustomerMessage moving() {
    return new CustomerMessage(messageId(), receivedAt(), event.traceParent());
  }
}
