package io.parley.simulator.custom;

import io.parley.simulator.http.Fields;
import io.parley.simulator.http.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A body with placeholders such as {@code {{text}}}, which are escaped as the content type asks
 * for.
 *
 * @param format JSON when absent
 * @param contentType the usual one of the format when absent
 */
public record Body(@Nullable Format format, @Nullable String contentType, String template) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z]+)}}");

  /** How a document is written. */
  public enum Format {
    JSON("application/json"),
    FORM("application/x-www-form-urlencoded"),
    XML("application/xml");

    private final String contentType;

    Format(String contentType) {
      this.contentType = contentType;
    }
  }

  public Body {
    format = Fields.orElse(format, Format.JSON);
    contentType = Fields.orElse(contentType, format.contentType);
    Fields.required(template, "template");
  }

  static Body json(String template) {
    return new Body(Format.JSON, null, template);
  }

  String type() {
    return Fields.orElse(contentType, "application/json");
  }

  /** The template with its placeholders filled in; unknown ones are empty. */
  String filled(Map<String, String> values) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            found -> Matcher.quoteReplacement(escaped(values.getOrDefault(found.group(1), ""))));
  }

  private String escaped(String value) {
    return switch (Fields.orElse(format, Format.JSON)) {
      case JSON -> {
        String quoted = Json.write(value);
        yield quoted.substring(1, quoted.length() - 1);
      }
      case FORM -> URLEncoder.encode(value, StandardCharsets.UTF_8);
      case XML ->
          value
              .replace("&", "&amp;")
              .replace("<", "&lt;")
              .replace(">", "&gt;")
              .replace("\"", "&quot;");
    };
  }
}
