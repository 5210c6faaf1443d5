package io.parley.simulator.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A map that forgets its oldest entries beyond a limit. Safe for use by many threads. */
public final class Bounded<K, V> {

  private final int most;
  private final Map<K, V> entries = new LinkedHashMap<>();

  public Bounded(int most) {
    this.most = most;
  }

  public synchronized void put(K key, V value) {
    entries.remove(key);
    entries.put(key, value);
    if (entries.size() > most) {
      entries.remove(entries.keySet().iterator().next());
    }
  }

  /** Puts the value unless the key is there; tells whether it was put. */
  public synchronized boolean add(K key, V value) {
    if (entries.containsKey(key)) {
      return false;
    }
    put(key, value);
    return true;
  }

  public synchronized void remove(K key) {
    entries.remove(key);
  }

  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  public synchronized boolean has(K key) {
    return entries.containsKey(key);
  }

  /** Changes the value where there is one; keeps its place in the order. */
  public synchronized Optional<V> change(K key, UnaryOperator<V> change) {
    V old = entries.get(key);
    if (old == null) {
      return Optional.empty();
    }
    V changed = change.apply(old);
    entries.put(key, changed);
    return Optional.of(changed);
  }

  /** Oldest first. */
  public synchronized List<V> values() {
    return List.copyOf(entries.values());
  }

  public synchronized void clear() {
    entries.clear();
  }
}
