package io.parley.simulator.twilio;

import java.util.regex.Pattern;

/**
 * A {@code To} or {@code From} as Twilio writes it.
 *
 * @param value without the prefix {@code whatsapp:}
 */
record Address(Channel channel, String value) {

  private static final String PREFIX = "whatsapp:";
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");
  private static final Pattern WHATSAPP_NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern WHATSAPP_USER =
      Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");
  private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{5,6}");
  private static final Pattern ALPHANUMERIC =
      Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 +\\-_&]{1,11}");

  static Address parse(String text) {
    return text.startsWith(PREFIX)
        ? new Address(Channel.WHATSAPP, text.substring(PREFIX.length()))
        : new Address(Channel.SMS, text);
  }

  /** As it stands in requests and webhooks. */
  String text() {
    return channel == Channel.WHATSAPP ? PREFIX + value : value;
  }

  boolean isE164() {
    return E164.matcher(value).matches();
  }

  /** A number or business-scoped user id to which WhatsApp can deliver. */
  boolean isWhatsAppUser() {
    return WHATSAPP_NUMBER.matcher(value).matches() || isBusinessScopedUser();
  }

  boolean isBusinessScopedUser() {
    return WHATSAPP_USER.matcher(value).matches();
  }

  boolean isShortCode() {
    return SHORT_CODE.matcher(value).matches();
  }

  boolean isAlphanumeric() {
    return ALPHANUMERIC.matcher(value).matches() && !isE164();
  }

  boolean isNorthAmerican() {
    return value.startsWith("+1");
  }

  boolean isTollFree() {
    return value.matches("\\+18(00|33|44|55|66|77|88)[0-9]{7}");
  }
}
