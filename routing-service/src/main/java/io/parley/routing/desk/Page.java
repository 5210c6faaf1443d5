package io.parley.routing.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param items in order
 * @param next send it as {@code after} to get what follows; absent at the end
 */
record Page<T>(List<T> items, @Nullable String next) {

  Page {
    items = List.copyOf(items);
  }
}
