package io.parley.routing.distribution;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.parley.events.configuration.Queue;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How many conversations wait in each queue, and how long the oldest has waited, as metrics. They
 * are counted once in a while, not for each scrape; every instance gives the same figures, so take
 * their maximum and not their sum.
 */
@ApplicationScoped
public class QueueFigures {

  private static final String COUNT =
      "select queue_id, count(*), min(waiting_since) from conversation where state = 'OPEN' group by queue_id";

  private final Conversations conversations;
  private final MultiGauge waiting;
  private final MultiGauge oldest;

  QueueFigures(Conversations conversations, MeterRegistry meters) {
    this.conversations = conversations;
    this.waiting =
        MultiGauge.builder("parley.conversations.waiting")
            .description("Conversations that wait for an agent, by queue")
            .register(meters);
    this.oldest =
        MultiGauge.builder("parley.conversations.waiting.oldest")
            .description("How long the oldest of them has waited, by queue")
            .baseUnit("seconds")
            .register(meters);
  }

  /** Counts again. */
  public void refresh() {
    List<Figures> figures = conversations.read(QueueFigures::count);
    waiting.register(
        figures.stream().map(f -> MultiGauge.Row.of(f.tags(), f.waiting())).toList(), true);
    oldest.register(
        figures.stream().map(f -> MultiGauge.Row.of(f.tags(), f.oldest().toSeconds())).toList(),
        true);
  }

  private static List<Figures> count(Reading reading) {
    Map<UUID, Figures> occupied = new HashMap<>();
    reading
        .transaction()
        .query(
            COUNT,
            row ->
                new Figures(
                    row.getUUID(0),
                    row.getLong(1),
                    Duration.between(row.getOffsetDateTime(2).toInstant(), reading.now())))
        .forEach(f -> occupied.put(f.queueId(), f));
    return reading.configuration().all(Queue.class).stream()
        .map(q -> occupied.getOrDefault(q.id(), new Figures(q.id(), 0, Duration.ZERO)))
        .toList();
  }

  private record Figures(UUID queueId, long waiting, Duration oldest) {

    Tags tags() {
      return Tags.of("queue", queueId.toString());
    }
  }
}
