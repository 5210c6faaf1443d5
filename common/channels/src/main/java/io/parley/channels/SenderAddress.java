package io.parley.channels;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads addresses of ours as administrators enter them (domain/channels-and-accounts.md §2.1).
 * Blanks, brackets, dots and hyphens between digits do not count. Every method throws
 * IllegalArgumentException when it is given something else; the message says what is expected.
 */
public final class SenderAddress {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final Pattern SEPARATORS = Pattern.compile("[\\s().\\-/\\u00a0\\u2010-\\u2015]");
  private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{1,20}");
  private static final Pattern WHATSAPP_NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private SenderAddress() {}

  /** A geographic or mobile number, with or without the plus sign, as E.164. */
  public static String longCode(String entered) {
    return smsNumber(entered, false);
  }

  /** A toll-free number, with or without the plus sign, as E.164. */
  public static String tollFree(String entered) {
    return smsNumber(entered, true);
  }

  /**
   * A short code: digits, from {@code fewest} to {@code most} of them.
   *
   * @param example for the message
   */
  public static String shortCode(String entered, int fewest, int most, String example) {
    String bare = withoutSeparators(entered);
    refuseName(bare);
    if (!bare.matches("[0-9]{" + fewest + "," + most + "}")) {
      throw new IllegalArgumentException(
          "expected a short code of "
              + (most == fewest + 1 ? fewest + " or " + most : fewest + " to " + most)
              + " digits, such as "
              + example);
    }
    return bare;
  }

  /**
   * A name as sender, exactly as it is registered: upper and lower case count.
   *
   * @param allowed the whole name as a regular expression
   * @param expected the same in words
   */
  public static String name(String entered, Pattern allowed, String expected) {
    String name = entered.strip();
    if (!allowed.matcher(name).matches() || !LETTER.matcher(name).find()) {
      throw new IllegalArgumentException("expected " + expected);
    }
    return name;
  }

  /** A WhatsApp number, with the plus sign, as E.164. */
  public static String whatsAppNumber(String entered) {
    String bare = withoutSeparators(entered);
    refuseName(bare);
    return Optional.of(bare)
        .filter(number -> number.startsWith("+"))
        .flatMap(SenderAddress::number)
        .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164))
        .filter(number -> WHATSAPP_NUMBER.matcher(number).matches())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected the number with a leading plus sign and its country code, such as"
                        + " +31612345678"));
  }

  private static String smsNumber(String entered, boolean tollFree) {
    String bare = withoutSeparators(entered);
    refuseName(bare);
    PhoneNumber number =
        number(bare)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "expected a phone number with its country code, such as 14252306549 or"
                            + " +14252306549"));
    boolean isTollFree = NUMBERS.getNumberType(number) == PhoneNumberType.TOLL_FREE;
    if (isTollFree != tollFree) {
      throw new IllegalArgumentException(
          isTollFree
              ? "this is a toll-free number: choose that type"
              : "expected a toll-free number, such as 18005550100");
    }
    return NUMBERS.format(number, PhoneNumberFormat.E164);
  }

  private static String withoutSeparators(String entered) {
    return SEPARATORS.matcher(entered.strip()).replaceAll("");
  }

  private static void refuseName(String bare) {
    if (bare.chars().anyMatch(Character::isLetter)) {
      throw new IllegalArgumentException(
          "expected a number: customers cannot answer a sender name, so it is of no use for"
              + " conversations");
    }
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
