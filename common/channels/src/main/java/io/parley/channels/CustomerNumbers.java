package io.parley.channels;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.parley.channels.wire.StorableText;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads who wrote on a channel of phone numbers. Providers write the same number with and without
 * the plus sign, nationally, or in an older form of a country's numbering; Parley has one form for
 * all of them, and keeps the provider's for the reply.
 */
public final class CustomerNumbers {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final Pattern SEPARATORS = Pattern.compile("[\\s().\\-\\u00a0]");
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{7,15}");
  private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{3,6}");
  private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]");
  private static final int LONGEST = 200;

  private CustomerNumbers() {}

  /**
   * A customer.
   *
   * @param address as Parley compares and stores it
   * @param replyTo as the provider wrote it, when its digits are others
   */
  public record Customer(CustomerAddress address, @Nullable String replyTo) {}

  /**
   * Reads a sender.
   *
   * @param received as the provider wrote it: international digits with or without the plus sign, a
   *     short code, or a name
   * @param region ISO 3166-1 alpha-2 of numbers that are written nationally; nothing where all are
   *     international
   * @return nothing when there is no sender at all
   */
  public static Optional<Customer> read(@Nullable String received, @Nullable String region) {
    String raw = received == null ? "" : StorableText.of(received).strip();
    if (raw.isEmpty() || raw.length() > LONGEST) {
      return Optional.empty();
    }
    String bare = SEPARATORS.matcher(raw).replaceAll("");
    if (NUMBER.matcher(bare).matches()) {
      String canonical = canonical(bare, region);
      boolean sameDigits =
          canonical.substring(1).equals(bare.startsWith("+") ? bare.substring(1) : bare);
      return Optional.of(
          new Customer(new CustomerAddress(Kind.PHONE_NUMBER, canonical), sameDigits ? null : raw));
    }
    Kind kind = SHORT_CODE.matcher(bare).matches() ? Kind.SHORT_CODE : Kind.NAME;
    return Optional.of(
        new Customer(new CustomerAddress(kind, kind == Kind.SHORT_CODE ? bare : raw), null));
  }

  /** An address as providers want it that take numbers without the plus sign: its digits. */
  public static String digits(String address) {
    return NOT_A_DIGIT.matcher(address).replaceAll("");
  }

  private static String canonical(String bare, @Nullable String region) {
    boolean plus = bare.startsWith("+");
    if (!plus && region != null) {
      Optional<String> national = format(bare, region);
      if (national.isPresent()) {
        return national.get();
      }
    }
    String international = plus ? bare : "+" + bare;
    return format(international, null).orElse(international);
  }

  private static Optional<String> format(String number, @Nullable String region) {
    try {
      PhoneNumber parsed = NUMBERS.parse(number, region);
      return NUMBERS.isValidNumber(parsed)
          ? Optional.of(NUMBERS.format(parsed, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }
}
