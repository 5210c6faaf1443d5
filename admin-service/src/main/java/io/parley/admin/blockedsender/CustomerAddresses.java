package io.parley.admin.blockedsender;

import io.parley.channels.CustomerNumbers;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import java.util.regex.Pattern;

/**
 * Reads addresses of customers as administrators enter them, in the form in which they arrive.
 * Pure.
 */
final class CustomerAddresses {

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /** A short code or the name of a sender. */
  private static final Pattern OTHER_SENDER =
      Pattern.compile("[0-9]{3,8}|[A-Za-z0-9][A-Za-z0-9 ._&-]{0,10}");

  /** The id that WhatsApp gives users who hide their number (channels-and-accounts.md §4.4). */
  private static final Pattern BUSINESS_SCOPED_ID =
      Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9]{1,128}");

  private CustomerAddresses() {}

  /**
   * The address as it is kept and compared.
   *
   * @throws IllegalArgumentException with what is expected if nobody has it on this channel
   */
  static String canonical(Channel channel, String entered) {
    String address = entered.strip();
    return switch (channel) {
      case SMS -> number(address, true);
      case RCS -> number(address, false);
      case WHATSAPP ->
          BUSINESS_SCOPED_ID.matcher(address).matches() ? address : number(address, false);
      case GOOGLE_BUSINESS_MESSAGES, CUSTOM -> address;
    };
  }

  private static String number(String entered, boolean others) {
    CustomerAddress read =
        CustomerNumbers.read(entered, null)
            .map(CustomerNumbers.Customer::address)
            .orElseThrow(() -> expected(others));
    boolean fits =
        read.kind() == Kind.PHONE_NUMBER
            ? NUMBER.matcher(read.value()).matches()
            : others && OTHER_SENDER.matcher(read.value()).matches();
    if (!fits) {
      throw expected(others);
    }
    return read.value();
  }

  private static IllegalArgumentException expected(boolean others) {
    return new IllegalArgumentException(
        "expected a phone number with its country code, such as +12025550147"
            + (others ? ", a short code or a sender name" : ""));
  }
}
