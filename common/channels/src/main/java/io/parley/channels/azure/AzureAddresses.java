package io.parley.channels.azure;

import io.parley.channels.OutgoingMessage;
import io.parley.channels.SenderAddress;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.regex.Pattern;

/** Addresses as Azure writes them (providers/azure-communication-services.md §2 and §4.2). */
final class AzureAddresses {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9 +\\-_&]{1,11}");
  private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]+");
  private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{5,6}");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s().\\-]");

  private AzureAddresses() {}

  /** Our address as an administrator enters it; see {@link SenderAddress}. */
  static String entered(Channel channel, SenderType type, String entered) {
    return switch (type) {
      case LONG_CODE -> SenderAddress.longCode(entered);
      case TOLL_FREE -> SenderAddress.tollFree(entered);
      case SHORT_CODE -> SenderAddress.shortCode(entered, 5, 6, "62345");
      case ALPHANUMERIC ->
          SenderAddress.name(
              entered,
              NAME,
              "a name of up to 11 letters, digits, blanks and + - _ &, with at least one letter;"
                  + " customers cannot answer it");
      case WHATSAPP_NUMBER, BUSINESS_AGENT, CUSTOM ->
          throw new IllegalArgumentException("expected a phone number, a short code or a name");
    };
  }

  /** An address in our form: in events Azure leaves out the plus sign. */
  private static String canonical(String received) {
    String bare = SEPARATORS.matcher(received).replaceAll("");
    if (!DIGITS.matcher(bare).matches()) {
      return received.strip();
    }
    return bare.startsWith("+") || SHORT_CODE.matcher(bare).matches() ? bare : "+" + bare;
  }

  /** The customer as Azure wants it: the form in which the customer's messages came, as E.164. */
  static String recipient(OutgoingMessage message) {
    return canonical(message.recipient());
  }
}
