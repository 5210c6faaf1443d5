package io.parley.ingress.publication;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.platform.messaging.EventPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way to Kafka, with a verdict in bounded time. A record whose verdict did not come in time may
 * reach Kafka all the same; then it is there twice, with the same id.
 */
@ApplicationScoped
public class KafkaPath {

  private final EventPublisher publisher;
  private final PublicationSettings settings;
  private final AtomicInteger unresolved = new AtomicInteger();

  KafkaPath(EventPublisher publisher, PublicationSettings settings, MeterRegistry meters) {
    this.publisher = publisher;
    this.settings = settings;
    meters.gauge("parley.ingress.kafka.unresolved", unresolved);
  }

  /**
   * Completes when all in-sync replicas have the record; fails when they do not in time, or when so
   * many verdicts are outstanding that the channel, which ends when it overflows, could.
   */
  public Uni<Void> publish(OutgoingRecord record) {
    if (unresolved.incrementAndGet() > settings.maxInFlight()) {
      unresolved.decrementAndGet();
      return Uni.createFrom()
          .failure(new RejectedExecutionException("too many records wait for Kafka"));
    }
    CompletableFuture<Void> verdict =
        publisher
            .publish(record.toProducerRecord())
            .onTermination()
            .invoke(unresolved::decrementAndGet)
            .subscribeAsCompletionStage();
    // A copy: giving up here must not end the count of what is still on its way.
    return Uni.createFrom()
        .completionStage(verdict::copy)
        .ifNoItem()
        .after(settings.verdict())
        .fail();
  }
}
