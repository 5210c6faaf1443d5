package io.parley.channels.linkmobility;

/**
 * How long a text is on the air. In the GSM alphabet (3GPP TS 23.038) 160 characters are one part
 * and longer texts have 153 in each; any other text takes two bytes for a UTF-16 unit, 70 in one
 * part and 67 in each of several (providers/link-mobility.md §4).
 */
final class GsmText {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "\f^{}\\[~]|€";

  private GsmText() {}

  /** Whether every character is in the GSM alphabet. */
  static boolean fits(String text) {
    return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
  }

  /** How many parts the text takes. */
  static int parts(String text) {
    if (!fits(text)) {
      return parts(text.length(), 70, 67);
    }
    int septets = text.length() + (int) text.chars().filter(c -> EXTENDED.indexOf(c) >= 0).count();
    return parts(septets, 160, 153);
  }

  private static int parts(int length, int alone, int each) {
    return length <= alone ? 1 : Math.ceilDiv(length, each);
  }
}
