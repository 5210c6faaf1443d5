package io.parley.channels.twilio;

import io.parley.channels.wire.Attributes;
import io.parley.channels.wire.FormBody;
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
    Attributes rest = new Attributes();
    for (String field : names()) {
      if (!taken.contains(field)) {
        rest.keep(field, peek(field));
      }
    }
    return rest.asMap();
  }

  private String text(String name) {
    return withoutNul(parameters.first(name).orElse(""));
  }

  private static String withoutNul(String text) {
    return text.replace("\0", "");
  }
}
