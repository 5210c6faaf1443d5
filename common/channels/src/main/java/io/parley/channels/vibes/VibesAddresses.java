package io.parley.channels.vibes;

import io.parley.channels.SenderAddress;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.regex.Pattern;

/**
 * Addresses as Vibes writes them: short codes, and numbers with ten digits, eleven, or E.164
 * (providers/vibes.md §1 to §3).
 */
final class VibesAddresses {

  /** Where numbers of ten digits are. */
  static final String REGION = "US";

  private static final Pattern CUSTOMER = Pattern.compile("\\+[1-9][0-9]{6,14}");

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

  /** Whether Vibes can send to this. */
  static boolean isCustomer(String address) {
    return CUSTOMER.matcher(address).matches();
  }
}
