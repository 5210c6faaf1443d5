package io.parley.channels.twilio;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads one of our addresses as an administrator enters it (providers/twilio-sms.md §1,
 * domain/channels-and-accounts.md §2.1). The result is E.164 with the plus sign, or a short code.
 */
final class AddressEntry {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final Pattern SEPARATORS = Pattern.compile("[\\s().\\-/\\u00a0\\u2010-\\u2015]");
  private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{1,20}");
  private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{5,6}");
  private static final Pattern WHATSAPP_NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private AddressEntry() {}

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is not one; the message says what is expected
   */
  static String read(Channel channel, SenderType type, String entered) {
    Set<SenderType> types = TwilioProvider.senderTypes(channel);
    if (!types.contains(type)) {
      throw new IllegalArgumentException("expected one of the types " + types);
    }
    String bare = SEPARATORS.matcher(TwilioAddresses.bare(entered.strip())).replaceAll("");
    if (bare.chars().anyMatch(Character::isLetter)) {
      throw new IllegalArgumentException(
          "expected a number: customers cannot answer a sender name, so it is of no use for"
              + " conversations");
    }
    return switch (type) {
      case SHORT_CODE -> shortCode(bare);
      case LONG_CODE, TOLL_FREE -> smsNumber(bare, type);
      case WHATSAPP_NUMBER -> whatsAppNumber(bare);
    };
  }

  private static String shortCode(String bare) {
    if (!SHORT_CODE.matcher(bare).matches()) {
      throw new IllegalArgumentException("expected a short code of 5 or 6 digits, such as 72345");
    }
    return bare;
  }

  private static String smsNumber(String bare, SenderType type) {
    PhoneNumber number =
        number(bare)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "expected a phone number with its country code, such as 14252306549 or"
                            + " +14252306549"));
    boolean tollFree = NUMBERS.getNumberType(number) == PhoneNumberType.TOLL_FREE;
    if (tollFree != (type == SenderType.TOLL_FREE)) {
      throw new IllegalArgumentException(
          tollFree
              ? "this is a toll-free number: choose that type"
              : "expected a toll-free number, such as 18005550100");
    }
    return NUMBERS.format(number, PhoneNumberFormat.E164);
  }

  private static String whatsAppNumber(String bare) {
    return Optional.of(bare)
        .filter(entered -> entered.startsWith("+"))
        .flatMap(AddressEntry::number)
        .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164))
        .filter(number -> WHATSAPP_NUMBER.matcher(number).matches())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected the number with a leading plus sign and its country code, such as"
                        + " +31612345678"));
  }

  /**
   * Without the plus sign a forgotten country code could be read as another country's number, so
   * such a number must be a valid one; with it, a possible one will do.
   */
  private static Optional<PhoneNumber> number(String bare) {
    if (!DIGITS.matcher(bare).matches()) {
      return Optional.empty();
    }
    try {
      boolean plus = bare.startsWith("+");
      PhoneNumber number = NUMBERS.parse(plus ? bare : "+" + bare, null);
      boolean accepted = plus ? NUMBERS.isPossibleNumber(number) : NUMBERS.isValidNumber(number);
      return accepted ? Optional.of(number) : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }
}
