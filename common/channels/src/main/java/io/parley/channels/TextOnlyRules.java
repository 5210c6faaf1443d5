package io.parley.channels;

import io.parley.events.CustomerAddress;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands against a message where a provider carries nothing but text to phone numbers. */
public final class TextOnlyRules {

  private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{7,15}");

  private TextOnlyRules() {}

  /** The first rule that speaks against the message; its length is not looked at. */
  public static Optional<DeliveryReason> refusal(OutgoingMessage message) {
    return recipient(message).or(() -> content(message.content()));
  }

  /** An address as providers want it that take numbers without the plus sign. */
  public static String digits(String address) {
    return NOT_A_DIGIT.matcher(address).replaceAll("");
  }

  private static Optional<DeliveryReason> recipient(OutgoingMessage message) {
    CustomerAddress to = message.to();
    if (to.kind() != CustomerAddress.Kind.PHONE_NUMBER
        || !NUMBER.matcher(digits(message.recipient())).matches()) {
      return refuse(
          FailureCause.RECIPIENT_INVALID,
          "Nobody can be written to at this address. Use a phone number.");
    }
    if (digits(to.value()).equals(digits(message.from().address()))) {
      return refuse(
          FailureCause.RECIPIENT_INVALID,
          "The customer's number is our own number. Correct the customer's number.");
    }
    return Optional.empty();
  }

  private static Optional<DeliveryReason> content(MessageContent content) {
    if (content.template() != null) {
      return refuse(
          FailureCause.TEMPLATE_INVALID,
          "Templates cannot be sent on this channel. Write the message as text.");
    }
    if (!content.attachments().isEmpty() || !content.mediaUrls().isEmpty()) {
      return refuse(
          FailureCause.CONTENT_INVALID,
          "Attachments cannot be sent on this channel. Write a link into the text.");
    }
    if (!content.cards().isEmpty() || !content.suggestions().isEmpty()) {
      return refuse(
          FailureCause.CONTENT_INVALID,
          "Cards and suggestions cannot be sent on this channel. Write them as text.");
    }
    if (content.text().isBlank()) {
      return refuse(FailureCause.CONTENT_INVALID, "The message is empty. Write something.");
    }
    return Optional.empty();
  }

  private static Optional<DeliveryReason> refuse(FailureCause cause, String text) {
    return Optional.of(new DeliveryReason(cause, text, null));
  }
}
