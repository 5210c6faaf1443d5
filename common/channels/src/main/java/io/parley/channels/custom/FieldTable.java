package io.parley.channels.custom;

import io.parley.channels.AccountForm.Field;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The fields of an account, which are kept as a text file: they are texts for people. */
final class FieldTable {

  /** Every field, in the order of the form. */
  static final List<Field> FIELDS = load("fields.txt");

  private static final String NONE = "-";

  private FieldTable() {}

  private record Kind(String pattern, String expected) {}

  private static List<Field> load(String file) {
    try (InputStream stream =
        Objects.requireNonNull(FieldTable.class.getResourceAsStream(file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(FieldTable::field)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Field field(String line) {
    String[] cells = line.split(" \\| ", 5);
    if (cells.length != 5) {
      throw new IllegalStateException("not five cells: " + line);
    }
    boolean required = cells[0].endsWith("*");
    Kind kind = kind(cells[2]);
    String byDefault = cells[3].equals(NONE) ? null : cells[3];
    return new Field(
        required ? cells[0].substring(0, cells[0].length() - 1) : cells[0],
        cells[1],
        cells[4],
        required,
        cells[2].equals("secret"),
        kind.pattern(),
        kind.expected(),
        byDefault);
  }

  private static Kind kind(String name) {
    return switch (name) {
      case "line" -> new Kind(".{1,1000}", "one line of at most 1,000 characters");
      case "block" -> new Kind("[\\s\\S]{1,4096}", "a text of at most 4,096 characters");
      case "place" ->
          new Kind(
              ".{1,300}",
              "a JSON pointer, a form field or an XPath, in one line of at most 300 characters");
      case "values" -> new Kind(".{1,1000}", "values separated by commas, in one line");
      case "map" -> new Kind("[\\s\\S]{1,4096}", "lines of the form value = MEANING");
      case "url" -> new Kind("https://\\S{1,2000}", "a URL that begins with https://");
      case "template" ->
          new Kind(
              "https://\\S{1,3000}",
              "a URL that begins with https://, perhaps with placeholders such as {{to}}");
      case "name" ->
          new Kind(
              "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}", "the name of a header or of a query parameter");
      case "number" -> new Kind("[0-9]{1,5}", "a number");
      case "codes" ->
          new Kind(
              "[1-5][0-9]{2}(?:-[1-5][0-9]{2})?(?:\\s*,\\s*[1-5][0-9]{2}(?:-[1-5][0-9]{2})?){0,50}",
              "HTTP status codes, separated by commas, such as 200-299, 409");
      case "region" -> new Kind("[A-Z]{2}", "a country code of two capital letters, such as NL");
      case "secret" -> new Kind("\\S|\\S.{0,998}\\S", "one line of at most 1,000 characters");
      default -> choice(name);
    };
  }

  private static Kind choice(String words) {
    if (!words.contains(",")) {
      throw new IllegalStateException("no such kind: " + words);
    }
    return new Kind(words.replace(",", "|"), "one of " + words.replace(",", ", "));
  }
}
