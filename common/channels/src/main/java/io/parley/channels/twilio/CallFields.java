package io.parley.channels.twilio;

import io.parley.channels.wire.FormBody;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one authentic call, without NUL characters, which PostgreSQL cannot store. It
 * remembers which fields were read; what nobody read ends up in {@link #rest()}, so that nothing
 * Twilio adds is lost and nothing is there twice. Not thread-safe.
 */
final class CallFields {

  /** How many fields {@link #rest()} keeps. */
  static final int MAX_REST = 64;

  /** Longest name that {@link #rest()} keeps, in characters. */
  static final int MAX_NAME = 100;

  /** Longest value that {@link #rest()} keeps, in characters; longer ones are cut. */
  static final int MAX_VALUE = 4_000;

  /** Characters of values that {@link #rest()} keeps in all. */
  static final int MAX_REST_CHARACTERS = 16_000;

  private final FormBody parameters;
  private final Set<String> taken = new HashSet<>();

  CallFields(FormBody parameters) {
    this.parameters = parameters;
  }

  /** The names of all fields, in the order in which they came. */
  Set<String> names() {
    return parameters.asMap().keySet();
  }

  /** Every value that a repeated field has. */
  List<String> all(String name) {
    return parameters.all(name);
  }

  /** Whether the call has this field, even if it is empty. */
  boolean has(String name) {
    return !parameters.all(name).isEmpty();
  }

  /** A field that is not blank; it stays among the rest. */
  @Nullable String peek(String name) {
    String value = text(name);
    return value.isBlank() ? null : value;
  }

  /** A field that is not blank. */
  @Nullable String take(String name) {
    taken.add(name);
    return peek(name);
  }

  /** A field as it is, empty when it is missing. */
  String takeText(String name) {
    taken.add(name);
    return text(name);
  }

  /** Marks fields that say again what another one says. */
  void drop(String... names) {
    taken.addAll(List.of(names));
  }

  /** What was not taken, by the provider's names, without blank values and within the limits. */
  Map<String, String> rest() {
    Map<String, String> rest = new HashMap<>();
    int room = MAX_REST_CHARACTERS;
    for (String field : names()) {
      String name = withoutNul(field);
      String value = peek(field);
      if (value != null && !taken.contains(field) && !name.isBlank() && name.length() <= MAX_NAME) {
        String kept = cut(value, Math.min(MAX_VALUE, room));
        if (rest.size() < MAX_REST && !kept.isEmpty()) {
          rest.put(name, kept);
          room -= kept.length();
        }
      }
    }
    return rest;
  }

  /** The beginning of a text, never ending in half a character. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean splitsPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splitsPair ? length - 1 : length);
  }

  private String text(String name) {
    return withoutNul(parameters.first(name).orElse(""));
  }

  private static String withoutNul(String text) {
    return text.replace("\0", "");
  }
}
