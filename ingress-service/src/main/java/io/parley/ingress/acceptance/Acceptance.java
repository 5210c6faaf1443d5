package io.parley.ingress.acceptance;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.ingress.fallback.CurrentGate;
import io.parley.ingress.fallback.FallbackLane;
import io.parley.ingress.publication.KafkaPath;
import io.parley.ingress.publication.OutgoingRecord;
import io.parley.ingress.publication.PublicationSettings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * Makes records safe: on Kafka, or, when Kafka does not take them, in the fallback table
 * (design/architecture.md §4 rule 1). Records of one key are made safe one after the other, so that
 * none can reach Kafka after the one before it has failed to.
 */
@ApplicationScoped
public class Acceptance {

  private final KafkaPath kafka;
  private final CurrentGate gate;
  private final FallbackLane fallback;
  private final PublicationSettings settings;
  private final Clock clock;
  private final KeyOrder<Line> order = new KeyOrder<>();
  private final AtomicInteger inFlight = new AtomicInteger();

  Acceptance(
      KafkaPath kafka,
      CurrentGate gate,
      FallbackLane fallback,
      PublicationSettings settings,
      Clock clock,
      MeterRegistry meters) {
    this.kafka = kafka;
    this.gate = gate;
    this.fallback = fallback;
    this.settings = settings;
    this.clock = clock;
    meters.gauge("parley.ingress.records.in.flight", inFlight);
    meters.gauge("parley.ingress.keys.busy", order, KeyOrder::busyKeys);
  }

  /**
   * Completes when all records are safe. Fails with {@link NotAcceptedException} when one is not,
   * or not in time; some may then be safe all the same, and a repetition does no harm.
   */
  public Uni<Void> accept(List<OutgoingRecord> records) {
    return switch (records.size()) {
      case 0 -> Uni.createFrom().voidItem();
      case 1 -> accept(records.get(0));
      default ->
          Uni.join()
              .all(records.stream().map(this::accept).toList())
              .andCollectFailures()
              .onFailure()
              .transform(NotAcceptedException::new)
              .replaceWithVoid();
    };
  }

  private Uni<Void> accept(OutgoingRecord record) {
    if (inFlight.incrementAndGet() > settings.maxInFlight()) {
      inFlight.decrementAndGet();
      return Uni.createFrom().failure(new NotAcceptedException("too many records in flight"));
    }
    Instant deadline = clock.instant().plus(settings.patience());
    return order
        .run(new Line(record.topic(), record.key()), () -> inFlight(record, deadline))
        .ifNoItem()
        .after(settings.patience())
        .failWith(() -> new NotAcceptedException("not safe in time"));
  }

  private Uni<Void> inFlight(OutgoingRecord record, Instant deadline) {
    return Uni.createFrom()
        .deferred(() -> attempt(record, deadline))
        .onFailure(failure -> !(failure instanceof NotAcceptedException))
        .transform(NotAcceptedException::new)
        .onTermination()
        .invoke(inFlight::decrementAndGet);
  }

  private Uni<Void> attempt(OutgoingRecord record, Instant deadline) {
    if (clock.instant().isAfter(deadline)) {
      return Uni.createFrom().failure(new NotAcceptedException("not safe in time"));
    }
    return gate.isDirect() ? publish(record) : store(record);
  }

  private Uni<Void> publish(OutgoingRecord record) {
    return kafka
        .publish(record)
        .onFailure(failure -> !(failure instanceof RecordTooLargeException))
        .recoverWithUni(
            failure -> {
              gate.publicationFailed(failure);
              return fallback.store(record, true).replaceWithVoid();
            });
  }

  private Uni<Void> store(OutgoingRecord record) {
    return fallback
        .store(record, false)
        .chain(
            outcome ->
                switch (outcome) {
                  case STORED -> Uni.createFrom().voidItem();
                  case NOTHING_WAITS -> publish(record);
                });
  }

  /** Where order is kept. */
  private record Line(String topic, String key) {}
}
