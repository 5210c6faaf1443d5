package io.parley.channels.linkmobility;

import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.OwnAddresses;
import io.parley.channels.SenderAddress;
import io.parley.channels.linkmobility.LinkSettings.SourceTon;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as LINK writes them: short numbers may carry their country and a hyphen, {@code
 * NO-27333} (providers/link-mobility.md §2 and §4).
 */
final class LinkAddresses {

  private static final Pattern COUNTRY = Pattern.compile("^[A-Za-z]{2}-(?=[0-9])");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");
  private static final Pattern CUSTOMER = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9 .,:;&+_!?'*#()/-]{1,11}");
  private static final int LONGEST_SHORT_NUMBER = 14;

  private LinkAddresses() {}

  /** Our address as an administrator enters it; see {@link SenderAddress}. */
  static String entered(Channel channel, SenderType type, String entered) {
    return switch (type) {
      case LONG_CODE -> SenderAddress.longCode(entered);
      case SHORT_CODE ->
          SenderAddress.shortCode(withoutCountry(entered), 1, LONGEST_SHORT_NUMBER, "27333");
      case ALPHANUMERIC ->
          SenderAddress.name(
              entered,
              NAME,
              "a name of up to 11 letters A to Z, digits, blanks or simple punctuation marks, with"
                  + " at least one letter; letters and digits alone are safest");
      case TOLL_FREE, WHATSAPP_NUMBER, BUSINESS_AGENT, CUSTOM ->
          throw new IllegalArgumentException("expected a number or a name");
    };
  }

  /** Our address that a customer wrote to; a short number's country does not count. */
  static Optional<ChannelAddress> ours(OpenAccount account, @Nullable String received) {
    return OwnAddresses.find(account, received == null ? null : withoutCountry(received));
  }

  /** The kind of sender that an address of ours is. */
  static SourceTon ton(ChannelAddress from, SourceTon override) {
    if (override != SourceTon.AUTO) {
      return override;
    }
    return switch (from.type()) {
      case SHORT_CODE -> SourceTon.SHORTNUMBER;
      case LONG_CODE, TOLL_FREE -> SourceTon.MSISDN;
      case ALPHANUMERIC -> SourceTon.ALPHANUMERIC;
      case WHATSAPP_NUMBER, BUSINESS_AGENT, CUSTOM -> byForm(from.address());
    };
  }

  /** What a sender's form alone tells (§4, last rule about types). */
  private static SourceTon byForm(String address) {
    String digits = address.startsWith("+") ? address.substring(1) : address;
    if (!DIGITS.matcher(digits).matches()) {
      return SourceTon.ALPHANUMERIC;
    }
    return address.startsWith("+") || digits.length() > 6
        ? SourceTon.MSISDN
        : SourceTon.SHORTNUMBER;
  }

  /** Our address as a sender of that kind. */
  static String source(ChannelAddress from, SourceTon ton) {
    String address = from.address();
    boolean bareNumber = DIGITS.matcher(address).matches();
    return switch (ton) {
      case MSISDN -> bareNumber ? "+" + address : address;
      case SHORTNUMBER -> bare(address);
      case ALPHANUMERIC, AUTO -> address;
    };
  }

  /** The customer, with the plus sign. */
  static String destination(OutgoingMessage message) {
    String recipient = message.recipient();
    return DIGITS.matcher(recipient).matches() ? "+" + recipient : recipient;
  }

  /** Whether LINK can send to this. */
  static boolean isCustomer(String destination) {
    return CUSTOMER.matcher(destination).matches();
  }

  private static String bare(String address) {
    String number = withoutCountry(address);
    return number.startsWith("+") ? number.substring(1) : number;
  }

  private static String withoutCountry(String address) {
    return COUNTRY.matcher(address.strip()).replaceFirst("");
  }
}
