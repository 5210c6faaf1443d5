package io.parley.channels.custom;

import java.util.Optional;

/**
 * What stands before a token or signature in a header, such as {@code Bearer} or {@code sha256=}.
 */
record Prefix(String text) {

  /** The header's value. */
  String before(String value) {
    return text.isEmpty() || !Character.isLetterOrDigit(text.charAt(text.length() - 1))
        ? text + value
        : text + " " + value;
  }

  /** What stands behind the prefix; nothing if it is not there. */
  Optional<String> strip(String header) {
    String value = header.strip();
    return value.regionMatches(true, 0, text, 0, text.length())
        ? Optional.of(value.substring(text.length()).strip())
        : Optional.empty();
  }
}
