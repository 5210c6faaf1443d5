package io.parley.admin.code;

/** How a text is spelt: without quotes where every reader takes it for a text, else with them. */
final class ScalarText {

  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";
  private static final String INVISIBLE =
      // Line breaks for some readers, the byte order mark, and what no text may hold.
      "\u2028\u2029\uFEFF\uFFFE\uFFFF"
          // Turns the direction of writing: a reviewer would see another text than the machine.
          + "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

  private ScalarText() {}

  /**
   * A text on one line.
   *
   * @throws IllegalArgumentException if there is half a character in it, which UTF-8 has not
   */
  static String line(String text) {
    if (!text.codePoints().allMatch(ScalarText::isShown)) {
      return escaped(text);
    }
    return isPlain(text) ? text : "'" + text.replace("'", "''") + "'";
  }

  /** Whether a text can stand as a block: it has several lines, and no blank that would be lost. */
  static boolean isBlock(String text) {
    return text.indexOf('\n') > 0
        && text.codePoints().allMatch(c -> c == '\n' || c == '\t' || isShown(c))
        && !isBlank(text.charAt(0))
        && !isBlank(text.charAt(text.length() - 1))
        && !text.contains(" \n")
        && !text.contains("\t\n");
  }

  private static boolean isPlain(String text) {
    return CoreScalars.isTextEverywhere(text)
        && INDICATORS.indexOf(text.charAt(0)) < 0
        && !isBlank(text.charAt(0))
        && !isBlank(text.charAt(text.length() - 1))
        && !text.startsWith("...")
        && !text.endsWith(":")
        && !text.contains(": ")
        && !text.contains(" #");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                  if (isShown(c)) {
                    escaped.appendCodePoint(c);
                  } else {
                    escaped.append("\\u%04X".formatted(c));
                  }
                }
              }
            });
    return escaped.append('"').toString();
  }

  private static boolean isShown(int codePoint) {
    if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
      throw new IllegalArgumentException("a text with half a character, which UTF-8 has not");
    }
    return !Character.isISOControl(codePoint) && INVISIBLE.indexOf(codePoint) < 0;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
