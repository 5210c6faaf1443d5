package io.parley.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.events.ConfigurationChanged;
import io.parley.events.Event;
import io.parley.events.EventData;
import io.parley.events.EventJson;
import io.parley.events.EventType;
import io.parley.events.TraceParent;
import io.parley.platform.database.Database;
import io.parley.platform.database.Transaction;
import io.parley.platform.messaging.Availability;
import io.parley.platform.messaging.EventPublisher;
import io.parley.platform.messaging.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Publishes what transactions left in the outbox, in the order of each key. {@code SKIP LOCKED}
 * alone would let two relays overtake each other, so a relay holds the advisory lock of a range of
 * keys from reading its rows until they are on Kafka and deleted; the lock ends with the
 * transaction, also when the process dies. What was published but not yet deleted is then published
 * again with the same event ids.
 */
@ApplicationScoped
public class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  /** How long a row waits at most when the instance that wrote it died before waking its relay. */
  private static final Duration POLL = Duration.ofMillis(250);

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final int BATCH = 500;

  /** Longer than the producer's own delivery time-out, so that its verdict is awaited. */
  private static final Duration PUBLISH_PATIENCE = Duration.ofSeconds(150);

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtext(current_schema()), $1)";
  private static final String SELECT =
      "select id, event_id, type, source, subject, occurred_at, traceparent, record_key, data"
          + " from outbox where shard = $1 order by id limit "
          + BATCH;
  private static final String DELETE = "delete from outbox where shard = $1 and id = any($2)";

  private final Database database;
  private final EventPublisher publisher;
  private final Semaphore woken = new Semaphore(0);
  private final AtomicInteger lastBatch = new AtomicInteger();
  private volatile boolean running = true;

  OutboxRelay(Database database, EventPublisher publisher, MeterRegistry meters) {
    this.database = database;
    this.publisher = publisher;
    meters.gauge("parley.outbox.batch", lastBatch);
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("outbox-relay").start(this::run);
  }

  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
    running = false;
    wake();
  }

  /** Says that there is something to publish. */
  public void wake() {
    woken.release();
  }

  private void run() {
    while (running) {
      try {
        woken.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
        woken.drainPermits();
        if (!drainAll()) {
          LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** One range that cannot go on does not keep the others back. */
  private boolean drainAll() {
    boolean well = true;
    try {
      for (int shard : occupiedShards()) {
        try {
          drain(shard);
        } catch (RuntimeException | Error e) {
          well = false;
          report(e, "range " + shard);
        }
      }
    } catch (RuntimeException | Error e) {
      well = false;
      report(e, "all ranges");
    }
    return well;
  }

  private void report(Throwable e, String what) {
    if (!running) {
      return;
    }
    if (Availability.isLost(e)) {
      LOG.warnf("Outbox waits for PostgreSQL or Kafka. waiting=%s error=%s", what, e);
    } else {
      LOG.errorf(e, "Outbox cannot go on and tries again. waiting=%s", what);
    }
  }

  private List<Integer> occupiedShards() {
    return database.reading(
        transaction ->
            transaction.query(
                "select s from generate_series(0, $1) s where exists (select from outbox where shard = s)",
                row -> row.getInteger(0),
                Outbox.SHARDS - 1));
  }

  private void drain(int shard) {
    while (running
        && database.inTransaction(transaction -> publishBatch(transaction, shard)) == BATCH) {
      LOG.tracef("Outbox range has more. shard=%d", shard);
    }
  }

  private int publishBatch(Transaction transaction, int shard) {
    boolean locked = transaction.query(LOCK, row -> row.getBoolean(0), shard).get(0);
    if (!locked) {
      return 0;
    }
    List<Entry> entries = transaction.query(SELECT, Entry::of, shard);
    if (entries.isEmpty()) {
      return 0;
    }
    // One record finds out that Kafka is away, and not the whole batch.
    publish(entries.subList(0, 1));
    for (List<Entry> stretch :
        Rounds.stretches(entries.subList(1, entries.size()), Entry::endsChangeSet)) {
      Rounds.of(stretch, Entry::line).forEach(this::publish);
    }
    transaction.update(DELETE, shard, entries.stream().map(Entry::id).toArray(Long[]::new));
    lastBatch.set(entries.size());
    return entries.size();
  }

  private void publish(List<Entry> round) {
    List<Uni<Void>> sends = round.stream().map(entry -> publisher.publish(entry.event())).toList();
    Uni.join().all(sends).andCollectFailures().await().atMost(PUBLISH_PATIENCE);
  }

  private record Entry(long id, Event<?> event) {

    /** What order holds for. */
    Object line() {
      return List.of(event.type().topic(), event.key());
    }

    /**
     * The order of change sets holds over all keys, because their versions count over all: the
     * other records of a set must be on Kafka before its last one, and that before the next set.
     */
    boolean endsChangeSet() {
      return event.data() instanceof ConfigurationChanged change && !change.more();
    }

    static Entry of(Row row) {
      EventType type = EventType.named(row.getString("type")).orElseThrow();
      return new Entry(
          row.getLong("id"),
          new Event<>(
              row.getString("event_id"),
              row.getString("source"),
              row.getString("subject"),
              row.getOffsetDateTime("occurred_at").toInstant(),
              new TraceParent(row.getString("traceparent")),
              row.getString("record_key"),
              read(row.getString("data"), type)));
    }

    private static EventData read(String json, EventType type) {
      try {
        return EventJson.mapper().readValue(json, type.dataType());
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("outbox holds what is not " + type, e);
      }
    }
  }
}
