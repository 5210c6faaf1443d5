package io.parley.events.configuration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Copies that keep their order and also take what an administrator may have left out or left empty,
 * so that the one who checks the definition can name the place.
 */
final class Copies {

  private Copies() {}

  /** In the given order; empty where there is none. */
  static <T> List<T> list(@Nullable Collection<T> given) {
    return given == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(given));
  }

  /** In the order of the enumeration; empty where there is none. */
  static <E extends Enum<E>> Set<E> enums(@Nullable Collection<E> given) {
    if (given == null) {
      return Set.of();
    }
    return given.stream().anyMatch(Objects::isNull)
        ? Collections.unmodifiableSet(new java.util.LinkedHashSet<>(given))
        : Collections.unmodifiableSet(new TreeSet<>(given));
  }

  /** In the given order; empty where there is none. */
  static <K, V> Map<K, V> map(@Nullable Map<K, V> given) {
    return given == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }
}
