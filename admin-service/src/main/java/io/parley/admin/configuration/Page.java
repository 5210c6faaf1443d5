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

  /** The same page of something made from each item. */
  public <V> Page<V> map(Function<? super T, ? extends V> mapping) {
    return new Page<>(items.stream().<V>map(mapping).toList(), next);
  }
}
