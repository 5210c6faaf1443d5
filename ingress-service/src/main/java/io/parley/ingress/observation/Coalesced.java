package io.parley.ingress.observation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Keeps one value per key until somebody takes them all. Thread-safe. */
final class Coalesced<K, V> {

  private final BinaryOperator<V> merge;
  private Map<K, V> values = new HashMap<>();

  /**
   * Nothing yet.
   *
   * @param merge makes one value of two; which of them came first must not matter
   */
  Coalesced(BinaryOperator<V> merge) {
    this.merge = merge;
  }

  synchronized void add(K key, V value) {
    values.merge(key, value, merge);
  }

  /** Everything that was added since the last time. */
  synchronized Map<K, V> take() {
    Map<K, V> taken = values;
    values = new HashMap<>();
    return taken;
  }
}
