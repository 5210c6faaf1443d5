package io.parley.platform.condition;

import dev.cel.common.CelIssue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what CEL finds wrong with an expression, with line and column and a hint. */
final class ExpressionFindings {

  private static final int MOST = 10;
  private static final int LONGEST = 500;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)*");

  private final Attributes attributes;

  ExpressionFindings(Attributes attributes) {
    this.attributes = attributes;
  }

  List<RuleFinding> of(List<CelIssue> issues, String expression, String pointer) {
    return issues.stream()
        .limit(MOST)
        .map(issue -> new RuleFinding(pointer, describe(issue, expression)))
        .toList();
  }

  private String describe(CelIssue issue, String expression) {
    int line = Math.max(1, issue.getSourceLocation().getLine());
    int column = Math.max(0, issue.getSourceLocation().getColumn());
    String message = brief(issue.getMessage().replace(" (in container '')", ""));
    return line + ":" + (column + 1) + " " + message + hint(message, expression, line, column);
  }

  /** CEL repeats what it was given, however long. */
  static String brief(String message) {
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
  }

  private String hint(String message, String expression, int line, int column) {
    if (message.startsWith("undeclared reference")) {
      return names(expression, line, column)
          .flatMap(name -> attributes.nearest(name).stream())
          .findFirst()
          .map(near -> "; did you mean " + near + "?")
          .orElse("");
    }
    if (message.contains("no matching overload")
        && message.contains("wrapper(double)")
        && message.contains("int")) {
      return "; write whole numbers with a point, such as 5.0";
    }
    return message.contains("does not select a field")
        ? "; ask whether there is a value with != null"
        : "";
  }

  /** The name that stands there, and what is left of it without the functions called on it. */
  private static Stream<String> names(String expression, int line, int column) {
    Matcher name = NAME.matcher(expression.lines().skip(line - 1L).findFirst().orElse(""));
    return column <= name.regionEnd() && name.find(column)
        ? Stream.iterate(
                name.group(), ExpressionFindings::isQualified, ExpressionFindings::withoutLast)
            .limit(5)
        : Stream.empty();
  }

  private static boolean isQualified(String name) {
    return name.indexOf('.') > 0;
  }

  private static String withoutLast(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }
}
