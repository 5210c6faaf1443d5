package io.parley.platform.condition;

import io.parley.events.configuration.ConditionValue;

/** Writes fixed values as CEL literals, out of which no text can break. */
final class CelLiteral {

  private CelLiteral() {}

  static String of(ConditionValue value) {
    return switch (value) {
      case ConditionValue.Text text -> quoted(text.text());
      case ConditionValue.Numeric number -> Double.toString(number.number().doubleValue());
      case ConditionValue.YesNo yesNo -> Boolean.toString(yesNo.yes());
    };
  }

  private static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            character -> {
              if (isPlain(character)) {
                literal.appendCodePoint(character);
              } else {
                literal.append(String.format("\\U%08x", character));
              }
            });
    return literal.append('"').toString();
  }

  private static boolean isPlain(int character) {
    return character != '"'
        && character != '\\'
        && ((character >= ' ' && character <= '~')
            || (Character.isLetterOrDigit(character) && Character.isBmpCodePoint(character)));
  }
}
