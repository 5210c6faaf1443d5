package io.parley.channels.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A header with placeholders. What cannot stand in a header is percent-encoded. */
record HeaderTemplate(String name, TextTemplate value) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Set<String> NOT_OURS =
      Set.of("host", "content-length", "transfer-encoding", "connection", "upgrade", "expect");
  private static final Set<Placeholder> NOT_IN_HEADERS =
      Set.of(Placeholder.TEXT, Placeholder.MEDIA_URLS);

  /**
   * Reads lines {@code Name: value}.
   *
   * @param taken the header that authentication sets, lower case
   * @throws IllegalArgumentException if a line is none; the message says what is expected
   */
  static List<HeaderTemplate> parse(String lines, Optional<String> taken) {
    List<HeaderTemplate> headers = new ArrayList<>();
    Set<String> names = new HashSet<>(NOT_OURS);
    taken.ifPresent(names::add);
    for (String line : lines.lines().filter(text -> !text.isBlank()).toList()) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? "" : line.substring(0, colon).strip();
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("must have a line Name: value for each header");
      }
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("must not set " + name + " here, or must set it once");
      }
      TextTemplate value = TextTemplate.parse(line.substring(colon + 1).strip());
      if (value.placeholders().anyMatch(NOT_IN_HEADERS::contains)) {
        throw new IllegalArgumentException("must hold neither {{text}} nor {{mediaUrls}}");
      }
      headers.add(new HeaderTemplate(name, value));
    }
    return List.copyOf(headers);
  }

  /** The value. */
  String fill(Values values) {
    return value.fill(values, HeaderTemplate::printable);
  }

  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      if (b >= ' ' && b < 0x7f) {
        printable.append((char) b);
      } else {
        printable.append('%').append(String.format(Locale.ROOT, "%02X", b));
      }
    }
    return printable.toString();
  }
}
