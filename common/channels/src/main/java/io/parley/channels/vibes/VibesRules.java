package io.parley.channels.vibes;

import io.parley.channels.MessageRules;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.SendResult;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.DeliveryReason;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Vibes would refuse, cut or spoil, said before the call (providers/vibes.md §2). */
final class VibesRules {

  /** Longest text that Vibes does not cut, in characters. */
  static final int MAX_TEXT = 900;

  private static final int ONE_PART_ASCII = 160;
  private static final int ONE_PART_OTHER = 70;
  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private VibesRules() {}

  /** The first rule that speaks against the message. */
  static Optional<SendResult.Refused> refusal(OutgoingMessage message, VibesSettings settings) {
    return MessageRules.textOnly(message)
        .or(() -> recipient(message))
        .or(() -> text(message.content().text(), settings))
        .map(SendResult.Refused::new);
  }

  /** The text as XML can carry it. */
  static String carried(String text) {
    return NOT_XML.matcher(text).replaceAll("").replace("\r\n", "\n").replace('\r', '\n');
  }

  private static Optional<DeliveryReason> recipient(OutgoingMessage message) {
    return message.to().kind() == Kind.PHONE_NUMBER
            && VibesAddresses.isCustomer(message.to().value())
        ? Optional.empty()
        : MessageRules.unreachable();
  }

  private static Optional<DeliveryReason> text(String text, VibesSettings settings) {
    if (NOT_XML.matcher(text).find()) {
      return MessageRules.invalid(
          "The text has characters that cannot be sent. Type it again without them.");
    }
    return MessageRules.notLonger(text, settings.longestText()).or(() -> onePart(text, settings));
  }

  private static Optional<DeliveryReason> onePart(String text, VibesSettings settings) {
    boolean ascii = ASCII.matcher(text).matches();
    int onePart = ascii ? ONE_PART_ASCII : ONE_PART_OTHER;
    return settings.splitLongMessage() || text.length() <= onePart
        ? Optional.empty()
        : MessageRules.invalid(
            "The text is longer than "
                + onePart
                + " characters, and this account does not split"
                + " texts. Split it.");
  }
}
