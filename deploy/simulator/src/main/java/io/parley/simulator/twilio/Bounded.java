package io.parley.simulator.twilio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A map that forgets its oldest entries beyond a limit. Safe for use by many threads. */
final class Bounded<K, V> {

  private final int most;
  private final Map<K, V> entries = new LinkedHashMap<>();

  Bounded(int most) {
    this.most = most;
  }

  synchronized void put(K key, V value) {
    entries.remove(key);
    entries.put(key, value);
    if (entries.size() > most) {
      entries.remove(entries.keySet().iterator().next());
    }
  }

  synchronized void remove(K key) {
    entries.remove(key);
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  synchronized boolean has(K key) {
    return entries.containsKey(key);
  }

  /** Changes the value where there is one; keeps its place in the order. */
  synchronized Optional<V> change(K key, UnaryOperator<V> change) {
    V old = entries.get(key);
    if (old == null) {
      return Optional.empty();
    }
    V changed = change.apply(old);
    entries.put(key, changed);
    return Optional.of(changed);
  }

  /** Oldest first. */
  synchronized List<V> values() {
    return List.copyOf(entries.values());
  }

  synchronized void clear() {
    entries.clear();
  }
}
