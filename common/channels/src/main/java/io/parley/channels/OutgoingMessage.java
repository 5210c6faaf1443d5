package io.parley.channels;

import io.parley.events.CustomerAddress;
import io.parley.events.MessageContent;
import io.parley.events.configuration.ChannelAddress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message about to be sent. It is the same for every attempt.
 *
 * @param id our id
 * @param from our address
 * @param to the customer
 * @param replyTo the customer as the provider wrote it last, where that differs from {@code to}
 * @param content what to send; attachments have become public URLs, which are other ones for every
 *     attempt
 * @param answers the provider's id of the customer's last message, when one is known
 * @param createdAt when it was taken in
 */
public record OutgoingMessage(
    UUID id,
    ChannelAddress from,
    CustomerAddress to,
    @Nullable String replyTo,
    MessageContent content,
    @Nullable String answers,
    Instant createdAt) {

  /** The same message with another content. */
  public OutgoingMessage with(MessageContent other) {
    return new OutgoingMessage(id, from, to, replyTo, other, answers, createdAt);
  }

  /** The customer as the provider writes it. */
  public String recipient() {
    return replyTo == null ? to.value() : replyTo;
  }
}
