package io.parley.channels.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.Set;
import java.util.regex.Pattern;

/** A URL with placeholders behind its host, each escaped as one component. */
record UrlTemplate(TextTemplate template) {

  private static final Pattern FIXED_HOST =
      Pattern.compile("https://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?].*)?");

  /**
   * Reads a template.
   *
   * @param allowed the placeholders that it may have
   * @throws IllegalArgumentException if it cannot become a URL; the message says what is expected
   */
  static UrlTemplate parse(String text, Set<Placeholder> allowed) {
    UrlTemplate read = new UrlTemplate(TextTemplate.parse(text));
    if (!FIXED_HOST.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "must begin with https:// and a host without user and placeholders");
    }
    read.template
        .placeholders()
        .filter(placeholder -> !allowed.contains(placeholder))
        .findFirst()
        .ifPresent(
            placeholder -> {
              throw new IllegalArgumentException("must not hold " + placeholder.inBraces());
            });
    try {
      URI tried = new URI(read.fill(Values.samples()));
      if (tried.getHost() == null || tried.getRawFragment() != null) {
        throw new IllegalArgumentException("must be a URL with a host and without #");
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "must be a URL; what is not a placeholder must be escaped", e);
    }
    return read;
  }

  /** The URL. */
  String fill(Values values) {
    return template.fill(values, UrlTemplate::component);
  }

  /** Everything but RFC 3986's unreserved characters is escaped; dots alone would be a path. */
  static String component(String text) {
    if (text.equals(".") || text.equals("..")) {
      return text.replace(".", "%2E");
    }
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
