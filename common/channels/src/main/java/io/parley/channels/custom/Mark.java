package io.parley.channels.custom;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field that tells something by its value, or by being there.
 *
 * @param path where it is
 * @param values what it has to be; empty if being there is enough
 */
record Mark(String path, Set<String> values) {

  Mark {
    values = Set.copyOf(values);
  }

  /** Reads the values as the settings list them. */
  static Mark of(String path, String values) {
    return new Mark(
        path,
        Stream.of(values.split(","))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .collect(Collectors.toSet()));
  }

  /** Whether it tells so. */
  boolean isOn(Element element) {
    return element.value(path).filter(this::fits).isPresent();
  }

  /** Whether it tells so of an answer; nothing if the field is not there. */
  Optional<Boolean> says(Payload answer) {
    return answer.value(path).map(this::fits);
  }

  private boolean fits(String value) {
    return values.isEmpty() || values.contains(value);
  }
}
