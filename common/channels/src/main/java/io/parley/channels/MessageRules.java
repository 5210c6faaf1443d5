package io.parley.channels;

import io.parley.channels.wire.WebUrl;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can stand against a message before any call, in the same words at every provider. Each rule
 * gives what it has to say, or nothing.
 */
public final class MessageRules {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{7,15}");

  private MessageRules() {}

  /**
   * The rules of providers that carry text to phone numbers and nothing else, but for its length.
   */
  public static Optional<DeliveryReason> textOnly(OutgoingMessage message) {
    MessageContent content = message.content();
    return phoneNumber(message)
        .or(() -> noTemplate(content))
        .or(() -> noAttachments(content))
        .or(() -> noCards(content))
        .or(() -> notEmpty(content));
  }

  /** The recipient is a phone number, and not ours. */
  public static Optional<DeliveryReason> phoneNumber(OutgoingMessage message) {
    boolean reachable =
        message.to().kind() == Kind.PHONE_NUMBER
            && NUMBER.matcher(CustomerNumbers.digits(message.recipient())).matches();
    return reachable ? notOurselves(message) : unreachable();
  }

  /** The recipient is not our own address. */
  public static Optional<DeliveryReason> notOurselves(OutgoingMessage message) {
    if (!bare(message.to().value()).equals(bare(message.from().address()))) {
      return Optional.empty();
    }
    String what = message.to().kind() == Kind.PHONE_NUMBER ? "number" : "address";
    return refuse(
        FailureCause.RECIPIENT_INVALID,
        "The customer's "
            + what
            + " is our own "
            + what
            + ". Correct the customer's "
            + what
            + ".");
  }

  /** What to say of a recipient that is no phone number. */
  public static Optional<DeliveryReason> unreachable() {
    return refuse(
        FailureCause.RECIPIENT_INVALID,
        "Nobody can be written to at this address. Use a phone number with its country code.");
  }

  /** There is no template. */
  public static Optional<DeliveryReason> noTemplate(MessageContent content) {
    return content.template() == null
        ? Optional.empty()
        : refuse(
            FailureCause.TEMPLATE_INVALID,
            "Templates cannot be sent on this channel. Write the message as text.");
  }

  /** There are no attachments. */
  public static Optional<DeliveryReason> noAttachments(MessageContent content) {
    return content.attachments().isEmpty() && content.mediaUrls().isEmpty()
        ? Optional.empty()
        : invalid("Attachments cannot be sent on this channel. Write a link into the text.");
  }

  /** There are no cards and no suggestions. */
  public static Optional<DeliveryReason> noCards(MessageContent content) {
    return content.cards().isEmpty() && content.suggestions().isEmpty()
        ? Optional.empty()
        : invalid("Cards and suggestions cannot be sent on this channel. Write them as text.");
  }

  /** There is a text, an attachment or a card. */
  public static Optional<DeliveryReason> notEmpty(MessageContent content) {
    return content.text().isBlank() && content.mediaUrls().isEmpty() && content.cards().isEmpty()
        ? invalid("The message is empty. Write something.")
        : Optional.empty();
  }

  /** The text has so many Unicode characters at most. */
  public static Optional<DeliveryReason> notLonger(String text, int most) {
    return text.codePointCount(0, text.length()) > most
        ? invalid("The text is longer than " + most + " characters. Split it.")
        : Optional.empty();
  }

  /** There are so many attachments at most, each where everybody can get it. */
  public static Optional<DeliveryReason> attachments(List<URI> urls, int most) {
    if (urls.size() > most) {
      return invalid(
          "A message can have " + most + " attachments at most here. Send the others separately.");
    }
    return urls.stream().allMatch(WebUrl::isPublic)
        ? Optional.empty()
        : invalid("An attachment must be a public address with https.");
  }

  /** The content cannot be sent as it is. */
  public static Optional<DeliveryReason> invalid(String text) {
    return refuse(FailureCause.CONTENT_INVALID, text);
  }

  /** The message cannot be sent. */
  public static Optional<DeliveryReason> refuse(FailureCause cause, String text) {
    return Optional.of(new DeliveryReason(cause, text, null));
  }

  private static String bare(String address) {
    return address.startsWith("+") ? address.substring(1) : address;
  }
}
