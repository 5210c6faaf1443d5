package io.parley.channels.vibes;

import io.parley.channels.OpenAccount;
import io.parley.channels.SenderAddress;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses as Vibes writes them: short codes, and numbers with ten digits, eleven, or E.164
 * (providers/vibes.md §1 to §3).
 */
final class VibesAddresses {

  /** Where numbers of ten digits are. */
  static final String REGION = "US";

  private static final Pattern CUSTOMER = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern WITH_COUNTRY = Pattern.compile("1[2-9][0-9]{9}");

  private VibesAddresses() {}

  /** Our address as an administrator enters it; see {@link SenderAddress}. */
  static String entered(Channel channel, SenderType type, String entered) {
    return switch (type) {
      case SHORT_CODE -> SenderAddress.shortCode(entered, 5, 6, "73355");
      case LONG_CODE -> SenderAddress.longCode(entered);
      case TOLL_FREE -> SenderAddress.tollFree(entered);
      case ALPHANUMERIC, WHATSAPP_NUMBER, BUSINESS_AGENT, CUSTOM ->
          throw new IllegalArgumentException("expected a number");
    };
  }

  /** Our address that a customer wrote to; plus sign and country code 1 do not count. */
  static Optional<ChannelAddress> ours(OpenAccount account, String received) {
    String wanted = bare(received);
    return account.addresses().stream()
        .filter(address -> bare(address.address()).equals(wanted))
        .findFirst();
  }

  /** Whether Vibes can send to this. */
  static boolean isCustomer(String address) {
    return CUSTOMER.matcher(address).matches();
  }

  private static String bare(String address) {
    String stripped = address.strip();
    String number = stripped.startsWith("+") ? stripped.substring(1) : stripped;
    return WITH_COUNTRY.matcher(number).matches() ? number.substring(1) : number;
  }
}
