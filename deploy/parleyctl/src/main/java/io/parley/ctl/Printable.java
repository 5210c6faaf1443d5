package io.parley.ctl;

/** Makes texts from elsewhere safe to print: none of them steers the terminal. */
final class Printable {

  private static final String TURNING_OR_BREAKING =
      "\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

  private Printable() {}

  static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || TURNING_OR_BREAKING.indexOf(c) >= 0) {
                printable.append("\\u%04x".formatted(c));
              } else {
                printable.append((char) c);
              }
            });
    return printable.toString();
  }
}
