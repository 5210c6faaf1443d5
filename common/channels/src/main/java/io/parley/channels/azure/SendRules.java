package io.parley.channels.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.MessageRules;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.SendResult;
import io.parley.events.DeliveryReason;
import java.util.Optional;

/** What Azure would refuse, said before the call (providers/azure-communication-services.md §2). */
final class SendRules {

  /** Longest text, in bytes: Azure's documents say characters in one place and bytes in another. */
  static final int MAX_BYTES = 2_048;

  private SendRules() {}

  /** The first rule that speaks against the message. */
  static Optional<SendResult.Refused> refusal(OutgoingMessage message) {
    return MessageRules.textOnly(message)
        .or(() -> length(message.content().text()))
        .map(SendResult.Refused::new);
  }

  private static Optional<DeliveryReason> length(String text) {
    return text.getBytes(UTF_8).length > MAX_BYTES
        ? MessageRules.invalid(
            "The text is longer than "
                + MAX_BYTES
                + " bytes; letters with accents and emoji take several. Split it.")
        : Optional.empty();
  }
}
