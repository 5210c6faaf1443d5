package io.parley.admin.maskingrule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.Optional;

/**
 * Reads regular expressions in the syntax of RE2, which takes time in proportion to the text
 * whatever the expression is. Pure.
 */
final class MaskingExpression {

  /** Most copies of one part that counts in braces may make, as in RE2 itself. */
  private static final int MOST_COPIES = 1_000;

  private static final Map<String, String> NOT_IN_RE2 =
      Map.of(
          "(?=", "look-ahead (?=",
          "(?!", "look-ahead (?!",
          "(?<=", "look-behind (?<=",
          "(?<!", "look-behind (?<!",
          "(?>", "atomic groups (?>");

  private MaskingExpression() {}

  /** What is wrong with an expression. */
  static Optional<String> problem(String expression) {
    Optional<String> excessive = NestedCounts.problem(expression, MOST_COPIES);
    if (excessive.isPresent()) {
      return excessive;
    }
    try {
      return Pattern.compile(expression).matcher("").find()
          ? Optional.of("must not match the empty text")
          : Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(described(e));
    }
  }

  private static String described(PatternSyntaxException e) {
    String part = String.valueOf(e.getPattern());
    if (part.matches("\\\\[1-9]")) {
      return "back-references such as \\1 are not supported";
    }
    if (part.endsWith("+") && part.length() > 1) {
      return "possessive repetition such as a*+ is not supported";
    }
    return NOT_IN_RE2.entrySet().stream()
        .filter(construct -> part.startsWith(construct.getKey()))
        .map(construct -> construct.getValue() + " is not supported")
        .findFirst()
        .orElse("is no regular expression of RE2: " + e.getDescription());
  }
}
