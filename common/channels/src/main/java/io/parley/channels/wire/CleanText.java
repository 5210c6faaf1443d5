package io.parley.channels.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Text from outside, fit to be stored and published: PostgreSQL takes no NUL character, and half a
 * surrogate pair, which JSON can spell as an escape, is no UTF-8.
 */
public final class CleanText {

  private CleanText() {}

  /** The text without NUL characters; half characters become question marks. */
  public static String of(String text) {
    return new String(text.replace("\0", "").getBytes(UTF_8), UTF_8);
  }

  /** The beginning of a text, never ending in half a character. */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean splitsPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splitsPair ? length - 1 : length);
  }
}
