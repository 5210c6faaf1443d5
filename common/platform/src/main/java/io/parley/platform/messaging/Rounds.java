package io.parley.platform.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
}
