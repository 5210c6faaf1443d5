package io.parley.channels.wire;

/**
 * Text from outside in a form that can be written as UTF-8 and stored in PostgreSQL. JSON can spell
 * out halves of characters, and the NUL character, which is neither.
 */
public final class StorableText {

  private static final int REPLACEMENT = 0xFFFD;

  private StorableText() {}

  /** The text without NUL characters, and with a replacement character for every half of one. */
  public static String of(String text) {
    if (text.codePoints().noneMatch(c -> c == 0 || isHalf(c))) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != 0)
        .forEach(c -> kept.appendCodePoint(isHalf(c) ? REPLACEMENT : c));
    return kept.toString();
  }

  /** The beginning of a text, never ending in half a character. */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean splitsPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splitsPair ? length - 1 : length);
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
