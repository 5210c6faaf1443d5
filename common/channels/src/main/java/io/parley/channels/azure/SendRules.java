package io.parley.channels.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.OutgoingMessage;
import io.parley.channels.SendResult;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import java.util.Optional;

/** What Azure would refuse, said before the call (providers/azure-communication-services.md §2). */
final class SendRules {

  /** Longest text, in bytes: Azure's documents say characters in one place and bytes in another. */
  static final int MAX_BYTES = 2_048;

  private SendRules() {}

  /** The first rule that speaks against the message. */
  static Optional<SendResult.Refused> refusal(OutgoingMessage message) {
    String to = AzureAddresses.recipient(message);
    if (message.to().kind() != Kind.PHONE_NUMBER || !AzureAddresses.isNumber(to)) {
      return refuse(
          FailureCause.RECIPIENT_INVALID,
          "Nobody can be written to at this address. Use a phone number.");
    }
    if (to.equals(message.from().address())) {
      return refuse(
          FailureCause.RECIPIENT_INVALID,
          "The customer's number is our own number. Correct the customer's number.");
    }
    return content(message.content());
  }

  private static Optional<SendResult.Refused> content(MessageContent content) {
    if (content.template() != null) {
      return refuse(
          FailureCause.TEMPLATE_INVALID,
          "Templates cannot be sent on this channel. Write the message as text.");
    }
    if (!content.cards().isEmpty() || !content.suggestions().isEmpty()) {
      return refuse(
          FailureCause.CONTENT_INVALID,
          "Cards and suggestions cannot be sent on this channel. Write them as text.");
    }
    if (!content.mediaUrls().isEmpty() || !content.attachments().isEmpty()) {
      return refuse(
          FailureCause.CONTENT_INVALID,
          "Attachments cannot be sent on this channel. Write a link in the text.");
    }
    if (content.text().isBlank()) {
      return refuse(FailureCause.CONTENT_INVALID, "The message is empty. Write something.");
    }
    return content.text().getBytes(UTF_8).length > MAX_BYTES
        ? refuse(
            FailureCause.CONTENT_INVALID,
            "The text is longer than "
                + MAX_BYTES
                + " bytes; letters with accents and emoji take several. Split it.")
        : Optional.empty();
  }

  private static Optional<SendResult.Refused> refuse(FailureCause cause, String text) {
    return Optional.of(new SendResult.Refused(new DeliveryReason(cause, text, null)));
  }
}
