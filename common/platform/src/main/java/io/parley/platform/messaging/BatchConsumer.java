package io.parley.platform.messaging;

import io.parley.events.CloudEventCodec;
import io.parley.events.Event;
import io.parley.events.UndecodableEventException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * How every consumer of Parley handles a batch: all of it in one transaction; when that fails
 * because of a record, one by one, so that only the guilty one goes to the dead letters; when it
 * fails because PostgreSQL or Kafka is away, again and again until they are back. The batch is
 * acknowledged afterwards, so nothing is lost, and handlers are idempotent, so nothing happens
 * twice.
 */
@ApplicationScoped
public class BatchConsumer {

  private static final Logger LOG = Logger.getLogger(BatchConsumer.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final DeadLetters deadLetters;
  private volatile boolean stopping;

  BatchConsumer(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  /**
   * From now on a failure is no longer blamed on a record: what is not committed comes again at the
   * next start.
   */
  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
    stopping = true;
  }

  /**
   * Handles a batch. Runs on a worker thread and returns when every record is handled or kept as a
   * dead letter.
   *
   * @param consumer name of the consumer, for dead letters and logs
   * @param handler handles events in one transaction; called again with single events when it fails
   */
  public void consume(
      ConsumerRecords<String, byte[]> records, String consumer, Consumer<List<Event<?>>> handler) {
    List<ConsumerRecord<String, byte[]>> readable = new ArrayList<>();
    List<Event<?>> events = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        events.add(CloudEventCodec.decode(record));
        readable.add(record);
      } catch (UndecodableEventException e) {
        keep(record, consumer, e);
      }
    }
    if (events.isEmpty()) {
      return;
    }
    try {
      untilAvailable(consumer, () -> handler.accept(events));
    } catch (RuntimeException e) {
      rethrowWhenStopping(e);
      LOG.warnf(
          "Batch failed and is handled record by record. consumer=%s records=%d error=%s",
          consumer, events.size(), e);
      for (int i = 0; i < events.size(); i++) {
        one(readable.get(i), events.get(i), consumer, handler);
      }
    }
  }

  private void one(
      ConsumerRecord<String, byte[]> record,
      Event<?> event,
      String consumer,
      Consumer<List<Event<?>>> handler) {
    try {
      untilAvailable(consumer, () -> handler.accept(List.of(event)));
    } catch (RuntimeException e) {
      rethrowWhenStopping(e);
      keep(record, consumer, e);
    }
  }

  private void keep(
      ConsumerRecord<String, byte[]> record, String consumer, RuntimeException cause) {
    LOG.errorf(
        cause,
        "Record goes to the dead letters. consumer=%s topic=%s partition=%d offset=%d",
        consumer,
        record.topic(),
        record.partition(),
        record.offset());
    String reason = cause.getClass().getSimpleName() + ": " + cause.getMessage();
    untilAvailable(
        consumer,
        () -> deadLetters.keep(record, consumer, reason).await().atMost(Duration.ofMinutes(3)));
  }

  private void rethrowWhenStopping(RuntimeException e) {
    if (stopping) {
      throw e;
    }
  }

  private void untilAvailable(String consumer, Runnable action) {
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        action.run();
        return;
      } catch (RuntimeException e) {
        if (stopping || !Availability.isLost(e)) {
          throw e;
        }
        LOG.warnf("Waits for PostgreSQL or Kafka. consumer=%s error=%s", consumer, e);
        Availability.pause(pause);
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
      }
    }
  }
}
