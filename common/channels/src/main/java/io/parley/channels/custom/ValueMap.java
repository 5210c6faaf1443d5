package io.parley.channels.custom;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a provider's values mean: lines {@code value = MEANING}; an asterisk stands for every other
 * value.
 *
 * @param <T> what they mean
 */
final class ValueMap<T> {

  private static final String OTHERS = "*";

  private final Map<String, T> exact = new LinkedHashMap<>();
  private final Map<String, T> folded = new LinkedHashMap<>();

  private ValueMap() {}

  /**
   * Reads such lines.
   *
   * @param meaning reads what stands behind the equals sign
   * @param expected what it may be, for the message
   * @throws IllegalArgumentException if a line is not of that form; the message names it
   */
  static <T> ValueMap<T> parse(
      String lines, Function<String, Optional<T>> meaning, String expected) {
    ValueMap<T> map = new ValueMap<>();
    int number = 0;
    for (String line : lines.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      int equals = line.lastIndexOf('=');
      String value = equals < 0 ? "" : line.substring(0, equals).strip();
      if (value.isEmpty()) {
        throw new IllegalArgumentException(
            "must have lines of the form value = MEANING; line " + number + " is not");
      }
      T means =
          meaning.apply(line.substring(equals + 1).strip()).orElseThrow(wrong(number, expected));
      if (map.exact.put(value, means) != null) {
        throw new IllegalArgumentException(
            "must name each value once; line " + number + " repeats");
      }
      map.folded.putIfAbsent(value.toLowerCase(Locale.ROOT), means);
    }
    return map;
  }

  /** What a value means, exactly or else whatever its upper and lower case. */
  Optional<T> get(String value) {
    T found = exact.get(value);
    if (found == null) {
      found = folded.get(value.toLowerCase(Locale.ROOT));
    }
    return Optional.ofNullable(found == null ? exact.get(OTHERS) : found);
  }

  boolean isEmpty() {
    return exact.isEmpty();
  }

  private static Supplier<IllegalArgumentException> wrong(int number, String expected) {
    return () ->
        new IllegalArgumentException(
            "must give each value one of " + expected + "; line " + number + " does not");
  }
}
