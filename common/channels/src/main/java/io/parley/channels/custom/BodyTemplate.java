package io.parley.channels.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The body of a call, with placeholders that are escaped by where they stand. */
sealed interface BodyTemplate
    permits JsonTemplate, XmlTemplate, BodyTemplate.Form, BodyTemplate.None {

  /** The body. */
  byte[] fill(Values values);

  /** Every placeholder in it. */
  List<Placeholder> placeholders();

  /** Its media type, if it has one. */
  Optional<String> mediaType();

  /** No body at all. */
  record None() implements BodyTemplate {

    @Override
    public byte[] fill(Values values) {
      return new byte[0];
    }

    @Override
    public List<Placeholder> placeholders() {
      return List.of();
    }

    @Override
    public Optional<String> mediaType() {
      return Optional.empty();
    }
  }

  /** A form: a line for each field. */
  record Form(List<Field> fields) implements BodyTemplate {

    public Form {
      fields = List.copyOf(fields);
    }

    /** One field. */
    record Field(String name, TextTemplate value) {

      Stream<String> encoded(Values values) {
        if (value.isLeftOut(values)) {
          return Stream.empty();
        }
        List<String> all =
            value
                .sole()
                .map(values::all)
                .orElseGet(() -> List.of(value.fill(values, text -> text)));
        return all.stream().map(one -> encode(name) + "=" + encode(one));
      }

      private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
      }
    }

    @Override
    public byte[] fill(Values values) {
      return fields.stream()
          .flatMap(field -> field.encoded(values))
          .collect(Collectors.joining("&"))
          .getBytes(UTF_8);
    }

    @Override
    public List<Placeholder> placeholders() {
      return fields.stream().flatMap(field -> field.value().placeholders()).toList();
    }

    @Override
    public Optional<String> mediaType() {
      return Optional.of(Format.FORM.mediaType());
    }

    private static Form parse(String template) {
      return new Form(template.lines().filter(line -> !line.isBlank()).map(Form::field).toList());
    }

    private static Field field(String line) {
      int equals = line.indexOf('=');
      String name = equals < 0 ? "" : line.substring(0, equals).strip();
      if (name.isEmpty() || name.contains("{{")) {
        throw new IllegalArgumentException("must have a line name=value for each field");
      }
      return new Field(name, TextTemplate.parse(line.substring(equals + 1).strip()));
    }
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException if it is not of its format, or has placeholders where they
   *     cannot be; the message says what is expected
   */
  static BodyTemplate parse(String format, String template) {
    return switch (format) {
      case "form" -> Form.parse(template);
      case "xml" -> XmlTemplate.parse(template);
      case "none" -> new None();
      default -> JsonTemplate.parse(template);
    };
  }
}
