package io.parley.channels.custom;

import io.parley.channels.OutgoingMessage;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What speaks against a message before any call. */
record SendLimits(int longestText, boolean media) {

  static final int MOST_MEDIA = 10;

  /** Reads it. */
  static SendLimits of(Settings settings) {
    return new SendLimits(settings.number("longestText"), settings.is("media"));
  }

  /** The longest text that an account of a channel can declare. */
  static int longest(Channel channel) {
    return channel == Channel.SMS ? 1_600 : 6_000;
  }

  /** The first rule that speaks against it. */
  Optional<DeliveryReason> refusal(OutgoingMessage message) {
    return recipient(message).or(() -> content(message.content()));
  }

  private static Optional<DeliveryReason> recipient(OutgoingMessage message) {
    CustomerAddress to = message.to();
    if (to.value().equals(message.from().address())) {
      return refuse(
          FailureCause.RECIPIENT_INVALID,
          "The customer's address is our own. Correct the customer's address.");
    }
    boolean reachable =
        switch (to.kind()) {
          case PHONE_NUMBER -> true;
          case BUSINESS_SCOPED_ID -> message.from().channel() != Channel.SMS;
          case SHORT_CODE, NAME -> false;
        };
    return reachable
        ? Optional.empty()
        : refuse(
            FailureCause.RECIPIENT_INVALID,
            "Nobody can be written to at this address. Use a phone number.");
  }

  private Optional<DeliveryReason> content(MessageContent content) {
    String text = content.text();
    List<URI> urls = content.mediaUrls();
    if (content.template() != null) {
      return refuse(
          FailureCause.TEMPLATE_INVALID,
          "Templates cannot be sent on this channel. Write the text.");
    }
    if (!content.cards().isEmpty() || !content.suggestions().isEmpty()) {
      return refuse(
          FailureCause.CONTENT_INVALID,
          "Cards and suggestions cannot be sent on this channel. Write them as text.");
    }
    if (text.isBlank() && urls.isEmpty()) {
      return refuse(FailureCause.CONTENT_INVALID, "The message is empty. Write something.");
    }
    if (text.codePointCount(0, text.length()) > longestText) {
      return refuse(
          FailureCause.CONTENT_INVALID,
          "The text is longer than " + longestText + " characters. Split it.");
    }
    if (!media && !(urls.isEmpty() && content.attachments().isEmpty())) {
      return refuse(
          FailureCause.CONTENT_INVALID,
          "Attachments cannot be sent on this channel. Write a text.");
    }
    if (urls.size() > MOST_MEDIA) {
      return refuse(
          FailureCause.CONTENT_INVALID,
          "A message can have "
              + MOST_MEDIA
              + " attachments at most here. Send the others separately.");
    }
    return urls.stream().allMatch(SendLimits::isPublic)
        ? Optional.empty()
        : refuse(FailureCause.CONTENT_INVALID, "An attachment must be a public https address.");
  }

  private static boolean isPublic(URI url) {
    return "https".equalsIgnoreCase(url.getScheme())
        && url.getHost() != null
        && url.getRawUserInfo() == null;
  }

  private static Optional<DeliveryReason> refuse(FailureCause cause, String text) {
    return Optional.of(new DeliveryReason(cause, text, null));
  }
}
