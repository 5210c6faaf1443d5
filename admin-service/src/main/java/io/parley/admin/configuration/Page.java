package io.parley.admin.configuration;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param items ordered by name, then id
 * @param next send it as {@code after} to get what follows; absent at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

  public Page {
    items = List.copyOf(items);
  }

  /** The first rows of what was asked for, given one row more than that if there is one. */
  static <E extends StoredObject> Page<E> of(List<E> rows, int limit) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    E last = rows.get(limit - 1);
    return new Page<>(
        rows.subList(0, limit), new PageRequest.Position(last.name(), last.id()).cursor());
  }

  /** The same page of something made from each item. */
  public <V> Page<V> map(Function<? super T, ? extends V> mapping) {
    return new Page<>(items.stream().<V>map(mapping).toList(), next);
  }
}
