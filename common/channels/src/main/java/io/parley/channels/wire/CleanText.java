package io.parley.channels.wire;

/**
 * Texts from outside as they can be kept: without NUL, which PostgreSQL cannot store, and without
 * halves of surrogate pairs, which cannot be written as UTF-8. JSON can carry both as escapes.
 */
public final class CleanText {

  private static final char REPLACEMENT = '\ufffd';

  private CleanText() {}

  /** The text without NUL, and with U+FFFD in place of half characters. */
  public static String of(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (!Character.isSurrogate(c)) {
        if (c != '\0') {
          clean.append(c);
        }
      } else if (at + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(at + 1))) {
        clean.append(c).append(text.charAt(++at));
      } else {
        clean.append(REPLACEMENT);
      }
    }
    return clean.toString();
  }

  /**
   * The beginning of a text, never ending in half a character.
   *
   * @param length in UTF-16 units
   */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean splitsPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splitsPair ? length - 1 : length);
  }
}
