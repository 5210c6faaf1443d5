package io.parley.channels.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The decoded parameters of a form, in the order in which they came. Names and values are exactly
 * what was signed: blanks, empty values and repetitions are kept.
 */
public final class FormBody {

  /** More than any provider's call has; keeps a hostile body from becoming a huge map. */
  public static final int MAX_PARAMETERS = 1_000;

  /** Characters that every form encoder escapes: a body that has one of them bare is no form. */
  private static final String NEVER_BARE = "\"<>\\^`{|}";

  private final Map<String, List<String>> values;

  private FormBody(Map<String, List<String>> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Reads a form or a query string.
   *
   * @throws MalformedFormException if it has a broken escape, bytes that are not UTF-8, a character
   *     that no form has bare, or more than {@value #MAX_PARAMETERS} parameters
   */
  public static FormBody parse(byte[] form) throws MalformedFormException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    int count = 0;
    int start = 0;
    while (start < form.length) {
      int end = indexOf(form, '&', start, form.length);
      if (end > start) {
        if (++count > MAX_PARAMETERS) {
          throw new MalformedFormException("more than " + MAX_PARAMETERS + " parameters");
        }
        int equals = indexOf(form, '=', start, end);
        String name = decode(form, start, equals);
        String value = decode(form, Math.min(equals + 1, end), end);
        values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
      }
      start = end + 1;
    }
    return new FormBody(values);
  }

  /** The first value of a parameter, which may be empty. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** Every value of a parameter. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Every value by name. */
  public Map<String, List<String>> asMap() {
    return values;
  }

  private static int indexOf(byte[] form, char wanted, int from, int to) {
    int at = from;
    while (at < to && form[at] != wanted) {
      at++;
    }
    return at;
  }

  private static String decode(byte[] form, int from, int to) throws MalformedFormException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(to - from);
    for (int at = from; at < to; at++) {
      byte b = form[at];
      if (b == '%') {
        bytes.write(escaped(form, at, to));
        at += 2;
      } else if (b == '+') {
        bytes.write(' ');
      } else if ((b >= 0 && b <= ' ') || b == 0x7f || NEVER_BARE.indexOf(b) >= 0) {
        throw new MalformedFormException("unescaped character at byte " + at);
      } else {
        bytes.write(b);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw new MalformedFormException("not UTF-8 in the parameter at byte " + from);
    }
  }

  private static int escaped(byte[] form, int at, int to) throws MalformedFormException {
    int high = at + 2 < to ? Character.digit(form[at + 1], 16) : -1;
    int low = at + 2 < to ? Character.digit(form[at + 2], 16) : -1;
    if (high < 0 || low < 0) {
      throw new MalformedFormException("broken percent escape at byte " + at);
    }
    return high << 4 | low;
  }
}
