package io.parley.channels.custom;

import io.parley.channels.MessageRules;
import io.parley.channels.OutgoingMessage;
import io.parley.events.Channel;
import io.parley.events.DeliveryReason;
import io.parley.events.MessageContent;
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
    boolean reachable =
        switch (message.to().kind()) {
          case PHONE_NUMBER -> true;
          case BUSINESS_SCOPED_ID -> message.from().channel() != Channel.SMS;
          case SHORT_CODE, NAME -> false;
        };
    return reachable ? MessageRules.notOurselves(message) : MessageRules.unreachable();
  }

  private Optional<DeliveryReason> content(MessageContent content) {
    return MessageRules.noTemplate(content)
        .or(() -> media ? Optional.empty() : MessageRules.noAttachments(content))
        .or(() -> MessageRules.noCards(content))
        .or(() -> MessageRules.notEmpty(content))
        .or(() -> MessageRules.notLonger(content.text(), longestText))
        .or(() -> MessageRules.attachments(content.mediaUrls(), MOST_MEDIA));
  }
}
