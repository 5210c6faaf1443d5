package io.parley.channels;

import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import java.util.Optional;

/** The rules of providers that carry text to phone numbers and nothing else. */
public final class TextOnly {

  private TextOnly() {}

  /** What speaks against a message, beside the length and the characters of its text. */
  public static Optional<DeliveryReason> refusal(OutgoingMessage message) {
    MessageContent content = message.content();
    if (content.template() != null) {
      return refuse(
          FailureCause.TEMPLATE_INVALID, "There are no templates on this channel. Write the text.");
    }
    if (!content.mediaUrls().isEmpty() || !content.attachments().isEmpty()) {
      return refuse(
          FailureCause.CONTENT_INVALID,
          "Attachments cannot be sent on this channel. Write where the customer finds the file.");
    }
    if (!content.cards().isEmpty() || !content.suggestions().isEmpty()) {
      return refuse(
          FailureCause.CONTENT_INVALID,
          "Cards and suggestions cannot be sent on this channel. Write them as text.");
    }
    if (content.text().isBlank()) {
      return refuse(FailureCause.CONTENT_INVALID, "The message is empty. Write something.");
    }
    return message.to().value().equals(message.from().address())
        ? refuse(
            FailureCause.RECIPIENT_INVALID,
            "The customer's number is our own number. Correct the customer's number.")
        : Optional.empty();
  }

  private static Optional<DeliveryReason> refuse(FailureCause cause, String text) {
    return Optional.of(new DeliveryReason(cause, text, null));
  }
}
