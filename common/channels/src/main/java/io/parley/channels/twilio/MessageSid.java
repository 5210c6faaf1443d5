package io.parley.channels.twilio;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's id of a message: {@code SM…} or {@code MM…} and 32 hexadecimal digits
 * (providers/twilio-sms.md §1). The check is wider than that: what Twilio has signed is not lost
 * because it introduces another form.
 */
final class MessageSid {

  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{2,64}");

  /** The present name of the field and the two older ones, which say the same. */
  private static final List<String> FIELDS = List.of("MessageSid", "SmsMessageSid", "SmsSid");

  private MessageSid() {}

  /** Whether this is one. */
  static boolean isOne(String value) {
    return FORM.matcher(value).matches();
  }

  /** The id that a call is about. */
  static @Nullable String take(FormFields fields) {
    fields.drop(FIELDS.toArray(String[]::new));
    return FIELDS.stream()
        .map(fields::peek)
        .filter(value -> value != null && isOne(value))
        .findFirst()
        .orElse(null);
  }
}
