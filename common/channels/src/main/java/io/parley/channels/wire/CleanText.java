package io.parley.channels.wire;

/**
 * Text from outside that can be stored and written as JSON in UTF-8: PostgreSQL takes no NUL, and
 * half a surrogate pair, which JSON escapes can smuggle in, cannot be encoded.
 */
public final class CleanText {

  private static final char REPLACEMENT = '\ufffd';

  private CleanText() {}

  /** The text without NUL characters, with U+FFFD for every half of a pair. */
  public static String of(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point != 0)
        .map(point -> isHalf(point) ? REPLACEMENT : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** The beginning of a text, never ending in half a character. */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean splitsPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splitsPair ? length - 1 : length);
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
