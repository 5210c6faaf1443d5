package io.parley.platform.condition;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How an attribute is named in CEL. Names that are no identifiers stand in backquotes; characters
 * that not even those allow are replaced by their code.
 *
 * @param variable name of the declared variable
 * @param source how an expression writes it
 */
record CelName(String variable, String source) {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern UNQUOTABLE = Pattern.compile("(?s)[^A-Za-z0-9_. -]");

  private static final Set<String> RESERVED =
      Set.of(
          "as",
          "break",
          "const",
          "continue",
          "else",
          "false",
          "for",
          "function",
          "if",
          "import",
          "in",
          "let",
          "loop",
          "namespace",
          "null",
          "package",
          "return",
          "true",
          "var",
          "void",
          "while");

  static CelName of(List<String> parts) {
    List<String> names = parts.stream().map(CelName::allowed).toList();
    return new CelName(
        String.join(".", names),
        names.stream().map(CelName::quoted).collect(Collectors.joining(".")));
  }

  private static String allowed(String part) {
    return UNQUOTABLE
        .matcher(part)
        // No two names become the same: the slash itself is replaced, too.
        .replaceAll(match -> String.format("/%04x", (int) match.group().charAt(0)));
  }

  private static String quoted(String part) {
    return IDENTIFIER.matcher(part).matches() && !RESERVED.contains(part) ? part : "`" + part + "`";
  }
}
