package io.parley.ingress.fallback;

import io.parley.ingress.publication.KafkaPath;
import io.parley.platform.messaging.Rounds;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One batch on its way to Kafka. The first record of each topic goes alone, so that one record
 * finds out that Kafka is away, and not the whole batch; the others follow in {@link Rounds}. From
 * the round in which a topic does not take one, nothing more of it is tried.
 */
final class Forwarding {

  /** Longer than any verdict of {@link KafkaPath} takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaPath kafka;
  private final List<Long> onKafka = new ArrayList<>();
  private final Map<String, Throwable> stuck = new HashMap<>();

  Forwarding(KafkaPath kafka) {
    this.kafka = kafka;
  }

  /** Publishes what can be, waiting for each verdict. */
  void forward(List<StoredRecord> batch) {
    Set<String> topics = new HashSet<>();
    List<StoredRecord> others = new ArrayList<>();
    for (StoredRecord stored : batch) {
      if (topics.add(stored.record().topic())) {
        publish(List.of(stored));
      } else {
        others.add(stored);
      }
    }
    Rounds.of(others, stored -> List.of(stored.record().topic(), stored.record().key()))
        .forEach(this::publish);
  }

  /** The ids of the rows that Kafka has. */
  List<Long> onKafka() {
    return List.copyOf(onKafka);
  }

  /** The topics that did not take all of theirs, with the reason. */
  Map<String, Throwable> stuck() {
    return Map.copyOf(stuck);
  }

  private void publish(List<StoredRecord> round) {
    List<Uni<Verdict>> verdicts =
        round.stream()
            .filter(stored -> !stuck.containsKey(stored.record().topic()))
            .map(this::publish)
            .toList();
    if (!verdicts.isEmpty()) {
      Uni.join().all(verdicts).andFailFast().await().atMost(PATIENCE).forEach(this::note);
    }
  }

  private Uni<Verdict> publish(StoredRecord stored) {
    return kafka
        .publish(stored.record())
        .<Verdict>replaceWith(new Verdict.Taken(stored.rowId()))
        .onFailure()
        .recoverWithItem(cause -> new Verdict.Refused(stored.record().topic(), cause));
  }

  private void note(Verdict verdict) {
    switch (verdict) {
      case Verdict.Taken taken -> onKafka.add(taken.rowId());
      case Verdict.Refused refused -> stuck.put(refused.topic(), refused.cause());
    }
  }

  private sealed interface Verdict {

    record Taken(long rowId) implements Verdict {}

    record Refused(String topic, Throwable cause) implements Verdict {}
  }
}
