package io.parley.channels.twilio;

import io.parley.channels.SenderAddress;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses as they stand in Twilio's calls. WhatsApp addresses carry the prefix {@code whatsapp:}
 * there and never in Parley (providers/twilio-whatsapp.md §1).
 */
final class TwilioAddresses {

  private static final String WHATSAPP = "whatsapp:";
  private static final Pattern FOREIGN_PREFIX = Pattern.compile("[A-Za-z]+:.*", Pattern.DOTALL);
  private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9][0-9]{1,14}");
  private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{5,6}");
  private static final int MAX_LENGTH = 200;

  private TwilioAddresses() {}

  /** The channel that an address belongs to; nothing for channels that Parley does not serve. */
  static Optional<Channel> channelOf(String address) {
    if (hasPrefix(address)) {
      return Optional.of(Channel.WHATSAPP);
    }
    return FOREIGN_PREFIX.matcher(address).matches() ? Optional.empty() : Optional.of(Channel.SMS);
  }

  /** The address without the prefix of its channel. */
  static String bare(String address) {
    return hasPrefix(address) ? address.substring(WHATSAPP.length()) : address;
  }

  /** The address with the prefix of its channel. */
  static String onWire(Channel channel, String address) {
    return switch (channel) {
      case SMS -> address;
      case WHATSAPP -> WHATSAPP + address;
      case GOOGLE_BUSINESS_MESSAGES, RCS, CUSTOM -> throw notServed(channel);
    };
  }

  /** Who wrote; nothing if there is no such address. */
  static Optional<CustomerAddress> customer(Channel channel, String address) {
    String value = bare(address).strip();
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return Optional.of(new CustomerAddress(kind(channel, value), value));
  }

  /** Whether this is a phone number in E.164. */
  static boolean isPhoneNumber(String value) {
    return PHONE_NUMBER.matcher(value).matches();
  }

  private static Kind kind(Channel channel, String value) {
    if (isPhoneNumber(value)) {
      return Kind.PHONE_NUMBER;
    }
    return switch (channel) {
      case SMS -> SHORT_CODE.matcher(value).matches() ? Kind.SHORT_CODE : Kind.NAME;
      // Opaque on purpose: the forms of these ids are the platform's affair.
      case WHATSAPP -> Kind.BUSINESS_SCOPED_ID;
      case GOOGLE_BUSINESS_MESSAGES, RCS, CUSTOM -> throw notServed(channel);
    };
  }

  /** Our address as an administrator enters it; see {@link SenderAddress}. */
  static String entered(Channel channel, SenderType type, String entered) {
    return switch (type) {
      case LONG_CODE -> SenderAddress.longCode(entered);
      case TOLL_FREE -> SenderAddress.tollFree(entered);
      case SHORT_CODE -> SenderAddress.shortCode(entered, 5, 6, "72345");
      case WHATSAPP_NUMBER -> SenderAddress.whatsAppNumber(bare(entered.strip()));
      case ALPHANUMERIC, BUSINESS_AGENT, CUSTOM ->
          throw new IllegalArgumentException("expected a number");
    };
  }

  /** A channel that accounts of Twilio are never for. */
  static IllegalArgumentException notServed(Channel channel) {
    return new IllegalArgumentException("Twilio does not serve " + channel);
  }

  private static boolean hasPrefix(String address) {
    return address.regionMatches(true, 0, WHATSAPP, 0, WHATSAPP.length());
  }
}
