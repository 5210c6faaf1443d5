package io.parley.simulator.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decoded form or query parameters in the order in which they were written. A name may occur more
 * than once. As JSON: name to list of values.
 */
public record Parameters(List<Parameter> list) {

  public static final Parameters NONE = new Parameters(List.of());

  public Parameters {
    list = List.copyOf(list);
  }

  /** One value per name, in the map's order. */
  public static Parameters of(Map<String, String> values) {
    return new Parameters(
        values.entrySet().stream().map(e -> new Parameter(e.getKey(), e.getValue())).toList());
  }

  /**
   * Reads {@code application/x-www-form-urlencoded} text as UTF-8. Blank values are kept.
   *
   * @throws IllegalArgumentException if an escape is malformed
   */
  public static Parameters parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return NONE;
    }
    List<Parameter> found = new ArrayList<>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        found.add(new Parameter(decode(name), decode(value)));
      }
    }
    return new Parameters(found);
  }

  /**
   * Reads a body.
   *
   * @return none if the content type is not that of a form, or an escape is malformed
   */
  public static Parameters form(@Nullable String contentType, String body) {
    try {
      return isForm(contentType) ? parse(body) : NONE;
    } catch (IllegalArgumentException malformedEscape) {
      return NONE;
    }
  }

  static boolean isForm(@Nullable String contentType) {
    return contentType != null
        && contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
  }

  /** The text that {@link #parse} reads. */
  public String encode() {
    return list.stream()
        .map(p -> encode(p.name()) + "=" + encode(p.value()))
        .collect(Collectors.joining("&"));
  }

  /** The first value of this name, or null if the name is absent. */
  public @Nullable String first(String name) {
    for (Parameter parameter : list) {
      if (parameter.name().equals(name)) {
        return parameter.value();
      }
    }
    return null;
  }

  /** The first value of this name, or an empty text. */
  public String text(String name) {
    String value = first(name);
    return value == null ? "" : value;
  }

  /** Whether the name occurs with a value that is not empty. */
  public boolean has(String name) {
    return !text(name).isEmpty();
  }

  public List<String> all(String name) {
    return list.stream().filter(p -> p.name().equals(name)).map(Parameter::value).toList();
  }

  /** Name to values, names in order of first occurrence. */
  @JsonValue
  public Map<String, List<String>> byName() {
    Map<String, List<String>> map = new LinkedHashMap<>();
    list.forEach(p -> map.computeIfAbsent(p.name(), n -> new ArrayList<>()).add(p.value()));
    return map;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
