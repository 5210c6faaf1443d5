package io.parley.channels.google;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.parley.channels.ConsentKeywords;
import io.parley.events.ConsentSignal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words by which customers of RCS stop and start messages: the common ones, and those of the
 * customer's market (providers/google-business-messages.md part II, Opt-out).
 */
final class RcsConsent {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Map<String, ConsentSignal> SPANISH =
      Map.of("BAJA", ConsentSignal.STOP, "ALTA", ConsentSignal.START);
  private static final Map<String, Map<String, ConsentSignal>> BY_MARKET =
      Map.of(
          "ES", SPANISH,
          "MX", SPANISH,
          "BR", Map.of("PARAR", ConsentSignal.STOP, "COMECAR", ConsentSignal.START));

  private RcsConsent() {}

  /**
   * What a message says about consent, if it is nothing but a keyword.
   *
   * @param text as the customer wrote it
   * @param phoneNumber the customer's, which tells the market
   */
  static Optional<ConsentSignal> of(String text, String phoneNumber) {
    return ConsentKeywords.of(text)
        .or(
            () ->
                Optional.ofNullable(
                    BY_MARKET.getOrDefault(market(phoneNumber), Map.of()).get(plain(text))));
  }

  /** In upper case and without accents, which many leave out. */
  private static String plain(String text) {
    String decomposed = Normalizer.normalize(text.strip(), Normalizer.Form.NFD);
    return MARKS.matcher(decomposed).replaceAll("").toUpperCase(Locale.ROOT);
  }

  private static String market(String phoneNumber) {
    try {
      String region = NUMBERS.getRegionCodeForNumber(NUMBERS.parse(phoneNumber, null));
      return region == null ? "" : region;
    } catch (NumberParseException notANumber) {
      return "";
    }
  }
}
