package io.parley.admin.deadletter;

import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The dead letters of webhooks, read from Kafka on threads of their own. What reads is bounded. */
@ApplicationScoped
class Letters {

  private final Map<String, Object> broker;
  private final DeadLetterSettings settings;
  private final Clock clock;
  private final WorkerExecutor workers;
  private final AtomicInteger inHand = new AtomicInteger();

  Letters(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      DeadLetterSettings settings,
      Clock clock,
      Vertx vertx) {
    this.broker = broker;
    this.settings = settings;
    this.clock = clock;
    this.workers = vertx.createSharedWorkerExecutor("dead-letters", settings.concurrency());
  }

  @PreDestroy
  void stop() {
    workers.closeAndForget();
  }

  /**
   * A letter with its body.
   *
   * @param letter what is known of it
   * @param body as the provider sent it
   */
  record Whole(WebhookLetter letter, byte[] body) {}

  /** One page of the list. */
  Uni<NewestFirst.Read> page(LetterRequest request) {
    return reading(
        consumer -> {
          NewestFirst list =
              new NewestFirst(
                  consumer.lanes(request.filter().since(), request.after()),
                  settings.window(),
                  settings.mostRecords());
          return list.read(
              request.limit(), windows -> consumer.read(windows, request.filter()::wants));
        });
  }

  /**
   * One letter.
   *
   * @throws ProblemException if there is none with this id
   */
  Uni<Whole> one(String id) {
    LetterId place = LetterId.parse(id).orElseThrow(Letters::unknown);
    return reading(
        consumer -> consumer.at(place).flatMap(Letters::whole).orElseThrow(Letters::unknown));
  }

  private static Optional<Whole> whole(ConsumerRecord<String, byte[]> record) {
    return WebhookLetter.read(record)
        .map(letter -> new Whole(letter, record.value() == null ? new byte[0] : record.value()));
  }

  private <T> Uni<T> reading(Function<LetterConsumer, T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              requireRoom();
              return workers.executeBlocking(() -> read(work), false);
            });
  }

  private <T> T read(Function<LetterConsumer, T> work) {
    Instant end = clock.instant().plus(settings.timeLimit());
    try (LetterConsumer consumer =
        new LetterConsumer(broker, () -> Duration.between(clock.instant(), end))) {
      return work.apply(consumer);
    } finally {
      // Not when the caller goes away: the reading goes on until its end.
      inHand.decrementAndGet();
    }
  }

  private void requireRoom() {
    if (inHand.incrementAndGet() > 2 * settings.concurrency()) {
      inHand.decrementAndGet();
      throw new ProblemException(
          ProblemType.UNAVAILABLE, "Too many are reading dead letters at this moment.");
    }
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "There is no dead letter of a webhook with this id.");
  }
}
