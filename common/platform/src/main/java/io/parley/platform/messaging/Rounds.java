package io.parley.platform.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Divides a batch so that a round holds at most one record of each key. Rounds are published one
 * after the other: if Kafka refuses a record, no later one of its key can be there already.
 */
public final class Rounds {

  private Rounds() {}

  /**
   * The rounds, each in the order of the batch.
   *
   * @param key what order holds for
   */
  public static <T> List<List<T>> of(List<T> batch, Function<? super T, ?> key) {
    List<List<T>> rounds = new ArrayList<>();
    Map<Object, Integer> seen = new HashMap<>();
    for (T record : batch) {
      int round = seen.merge(key.apply(record), 1, Integer::sum) - 1;
      if (round == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(record);
    }
    return rounds.stream().map(List::copyOf).toList();
  }

  /**
   * The batch cut before and after each record that must have no other at its side.
   *
   * @param alone which ones
   */
  public static <T> List<List<T>> stretches(List<T> batch, Predicate<? super T> alone) {
    List<List<T>> stretches = new ArrayList<>();
    List<T> stretch = new ArrayList<>();
    for (T record : batch) {
      boolean isAlone = alone.test(record);
      if (isAlone && !stretch.isEmpty()) {
        stretches.add(List.copyOf(stretch));
        stretch.clear();
      }
      stretch.add(record);
      if (isAlone) {
        stretches.add(List.copyOf(stretch));
        stretch.clear();
      }
    }
    if (!stretch.isEmpty()) {
      stretches.add(List.copyOf(stretch));
    }
    return List.copyOf(stretches);
  }
}
