package io.parley.channels.linkmobility;

import io.parley.channels.MessageRules;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.SendResult;
import io.parley.channels.linkmobility.LinkSettings.Emoji;
import io.parley.channels.wire.SmsParts;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.DeliveryReason;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What LINK would refuse or spoil, said before the call (providers/link-mobility.md §4 and §10).
 */
final class LinkRules {

  /** Longest text, in characters, when it fits the GSM alphabet. */
  static final int MAX_TEXT = 38_862;

  /** Most parts of a text, by the Common API. */
  static final int MAX_PARTS = 254;

  /**
   * What a text cannot hold, with what joins and colours such characters. Possessive, because a
   * plain repetition of a group costs stack for every emoji in a row.
   */
  private static final Pattern BEYOND =
      Pattern.compile("(?:[\\x{10000}-\\x{10FFFF}\\p{Cs}][\\u200D\\uFE0F\\u20E3]*+)++");

  private LinkRules() {}

  /** The first rule that speaks against the message. */
  static Optional<SendResult.Refused> refusal(OutgoingMessage message, LinkSettings settings) {
    return MessageRules.textOnly(message)
        .or(() -> recipient(message))
        .or(() -> text(message.content().text(), settings))
        .map(SendResult.Refused::new);
  }

  /** The text as it goes to the Common API. */
  static String carried(String text, LinkSettings settings) {
    return settings.emoji() == Emoji.REPLACE ? BEYOND.matcher(text).replaceAll("?") : text;
  }

  private static Optional<DeliveryReason> recipient(OutgoingMessage message) {
    return message.to().kind() == Kind.PHONE_NUMBER
            && LinkAddresses.isCustomer(LinkAddresses.destination(message))
        ? Optional.empty()
        : MessageRules.unreachable();
  }

  private static Optional<DeliveryReason> text(String text, LinkSettings settings) {
    return switch (settings.variant()) {
      case COMMON -> {
        String carried = carried(text, settings);
        if (BEYOND.matcher(carried).find()) {
          yield MessageRules.invalid(
              "Emoji and other rare characters cannot be sent on this channel. Remove them.");
        }
        yield SmsParts.of(carried) > MAX_PARTS ? tooLong() : Optional.empty();
      }
      case MYLINK -> MessageRules.notLonger(text, MAX_TEXT);
    };
  }

  private static Optional<DeliveryReason> tooLong() {
    return MessageRules.invalid("The text is too long for a text message. Split it.");
  }
}
