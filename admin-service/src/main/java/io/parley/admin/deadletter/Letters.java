package io.parley.admin.deadletter;

import static java.util.stream.Collectors.toMap;

import io.parley.events.Topic;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Dead letters, read from Kafka on threads of their own. What reads is bounded. */
@ApplicationScoped
class Letters {

  private final LetterBroker broker;
  private final Marks marks;
  private final DeadLetterSettings settings;
  private final WorkerExecutor workers;
  private final AtomicInteger inHand = new AtomicInteger();

  Letters(LetterBroker broker, Marks marks, DeadLetterSettings settings, Vertx vertx) {
    this.broker = broker;
    this.marks = marks;
    this.settings = settings;
    this.workers = vertx.createSharedWorkerExecutor("dead-letters", settings.concurrency());
  }

  @PreDestroy
  void stop() {
    workers.closeAndForget();
  }

  /**
   * A letter and what was done about it.
   *
   * @param letter what is known of it
   * @param state what was done
   * @param record as it is on Kafka, whole
   */
  record Whole(Letter letter, LetterState state, ConsumerRecord<String, byte[]> record) {

    /** The body; empty when there is none. */
    byte[] body() {
      return record.value() == null ? new byte[0] : record.value();
    }
  }

  /**
   * One page of a list.
   *
   * @param letters newest first
   * @param states of each
   * @param end where it ends
   */
  record Listed(List<Letter> letters, Map<LetterId, LetterState> states, Cursor end) {

    LetterState state(Letter letter) {
      return states.getOrDefault(letter.id(), LetterState.OPEN);
    }
  }

  /**
   * What a topic has.
   *
   * @param topic the topic that the records were on
   * @param open letters about which nothing was done
   * @param oldest when the first of those was kept; absent when there is none, or when it could not
   *     be read in time
   */
  record Count(Topic topic, long open, Optional<Instant> oldest) {}

  /** How many letters there are of each topic. */
  Uni<List<Count>> counts() {
    return reading(
        consumer -> {
          List<Count> counts = new ArrayList<>();
          for (Topic topic : Topic.values()) {
            counts.add(count(topic, consumer));
          }
          return counts;
        });
  }

  /** One page of the list. */
  Uni<Listed> page(LetterRequest request) {
    return reading(
        consumer -> {
          LetterRequest.Part page = request.page();
          NewestFirst list =
              new NewestFirst(
                  consumer.lanes(request.topics(), page.since(), page.after()),
                  settings.window(),
                  settings.mostRecords());
          Map<LetterId, LetterState> states = new HashMap<>();
          NewestFirst.Read read =
              list.read(
                  page.limit(),
                  windows ->
                      consumer
                          .read(windows, request.wanted())
                          .map(found -> inState(found, page.state(), states)));
          return new Listed(read.letters(), states, read.end());
        });
  }

  /**
   * One letter.
   *
   * @throws ProblemException if there is none with this id
   */
  Uni<Whole> one(Optional<LetterId> id) {
    LetterId place = id.orElseThrow(Letters::unknown);
    return reading(
        consumer -> consumer.at(place).flatMap(this::whole).orElseThrow(Letters::unknown));
  }

  static ProblemException unknown() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no dead letter with this id.");
  }

  private Optional<Whole> whole(ConsumerRecord<String, byte[]> record) {
    return Letter.read(record)
        .map(
            letter ->
                new Whole(
                    letter,
                    marks.of(List.of(letter)).getOrDefault(letter.id(), LetterState.OPEN),
                    record));
  }

  private Map<TopicPartition, List<Letter>> inState(
      Map<TopicPartition, List<Letter>> found,
      Optional<LetterState> state,
      Map<LetterId, LetterState> states) {
    states.putAll(marks.of(found.values().stream().flatMap(List::stream).toList()));
    return found.entrySet().stream()
        .collect(
            toMap(
                Map.Entry::getKey,
                entry ->
                    entry.getValue().stream()
                        .filter(letter -> state.isEmpty() || state.get() == states.get(letter.id()))
                        .toList()));
  }

  private Count count(Topic topic, LetterConsumer consumer) {
    List<Lane.Window> stretches = consumer.stretches(topic);
    Map<Integer, Marks.Marked> marked =
        marks.of(
            topic, stretches.stream().collect(toMap(Lane.Window::partition, Lane.Window::from)));
    long open = 0;
    List<Lane.Window> oldest = new ArrayList<>();
    for (Lane.Window stretch : stretches) {
      Marks.Marked here =
          marked.getOrDefault(stretch.partition().partition(), new Marks.Marked(0, stretch.from()));
      open += Math.max(0, stretch.to() - stretch.from() - here.count());
      if (here.firstOpen() < stretch.to()) {
        oldest.add(new Lane.Window(stretch.partition(), here.firstOpen(), here.firstOpen() + 1));
      }
    }
    return new Count(topic, open, oldest.isEmpty() ? Optional.empty() : oldest(oldest, consumer));
  }

  private static Optional<Instant> oldest(List<Lane.Window> windows, LetterConsumer consumer) {
    return consumer
        .read(windows, letter -> true)
        .flatMap(
            found ->
                found.values().stream()
                    .flatMap(List::stream)
                    .map(Letter::keptAt)
                    .min(Instant::compareTo));
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
    try (LetterConsumer consumer = broker.connect(settings.timeLimit())) {
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
}
