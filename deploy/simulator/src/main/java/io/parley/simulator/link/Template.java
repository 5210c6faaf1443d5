package io.parley.simulator.link;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A destination's pattern such as {@code mid=${id}&rc=${resultCode}}, with the formatters {@code
 * |date|pattern}, {@code |number|noplus} and {@code |number|nocountry} (link-mobility.md §3).
 */
record Template(String pattern) {

  private static final Pattern FIELD = Pattern.compile("\\$\\{([^|}]+)(?:\\|([^|}]+)\\|([^}]+))?}");

  /** The pattern with its fields filled in and escaped; unknown fields are empty. */
  String filled(Map<String, Object> values) {
    Matcher field = FIELD.matcher(pattern);
    return field.replaceAll(
        found ->
            Matcher.quoteReplacement(
                URLEncoder.encode(
                    formatted(
                        String.valueOf(values.getOrDefault(found.group(1), "")),
                        found.group(2),
                        found.group(3)),
                    StandardCharsets.UTF_8)));
  }

  private static String formatted(String value, @Nullable String kind, @Nullable String format) {
    if (kind == null || format == null || value.isEmpty()) {
      return value;
    }
    return switch (kind + "|" + format) {
      case "number|noplus" -> value.replaceFirst("^\\+", "");
      case "number|nocountry" -> value.replaceFirst("^[A-Z]{2}-", "").replaceFirst("^\\+..", "");
      default ->
          kind.equals("date")
              ? DateTimeFormatter.ofPattern(format, Locale.ROOT).format(OffsetDateTime.parse(value))
              : value;
    };
  }
}
