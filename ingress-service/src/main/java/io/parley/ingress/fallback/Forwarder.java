package io.parley.ingress.fallback;

import io.parley.ingress.publication.KafkaPath;
import io.parley.platform.database.Database;
import io.parley.platform.database.Transaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Brings what waits in the table to Kafka, in its order. One instance does it at a time: it holds
 * an advisory lock from reading a batch until the rows that Kafka has are deleted. If that fails in
 * between, they are published again with the same ids. A topic that takes nothing holds up no other
 * one.
 */
@ApplicationScoped
class Forwarder {

  private static final Logger LOG = Logger.getLogger(Forwarder.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtext(current_schema()), 1002)";
  private static final String SELECT =
      "select id, record_id, topic, record_key, headers, body from fallback_record"
          + " where topic <> all($1) order by id limit $2";
  private static final String DELETE = "delete from fallback_record where id = any($1)";
  private static final String NOTIFY =
      "select pg_notify('" + FallbackTable.CHANNEL + "', 'forwarded')";

  private final Database database;
  private final KafkaPath kafka;
  private final CurrentGate gate;
  private final FallbackLane lane;
  private final FallbackMeters meters;
  private final ForwardSignal signal;
  private final FallbackSettings settings;
  private volatile boolean running = true;
  private boolean reported;

  Forwarder(
      Database database,
      KafkaPath kafka,
      CurrentGate gate,
      FallbackLane lane,
      FallbackMeters meters,
      ForwardSignal signal,
      FallbackSettings settings) {
    this.database = database;
    this.kafka = kafka;
    this.gate = gate;
    this.lane = lane;
    this.meters = meters;
    this.signal = signal;
    this.settings = settings;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("fallback-forwarder").start(this::run);
  }

  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
    running = false;
    signal.give();
  }

  private void run() {
    Duration pause = Duration.ZERO;
    while (running) {
      try {
        signal.await(settings.poll());
        if (gate.isDirect()) {
          reported = false;
        } else {
          forwardAll();
        }
        pause = Duration.ZERO;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (Throwable e) {
        // Whatever it was: without this thread nothing would leave the table any more.
        report(e);
        pause = longer(pause);
        LockSupport.parkNanos(pause.toNanos());
        signal.give();
      }
    }
  }

  /** An absence once, until everything is forwarded; what should not happen, each time. */
  private void report(Throwable failure) {
    if (failure instanceof Error) {
      LOG.error("Forwarding failed and is tried again.", failure);
    } else if (running && !reported) {
      reported = true;
      LOG.warnf("Stored records wait for Kafka or PostgreSQL. error=%s", failure);
    }
  }

  private Duration longer(Duration pause) {
    Duration next = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
    return next.compareTo(settings.longestPause()) < 0 ? next : settings.longestPause();
  }

  private void forwardAll() {
    Map<String, Throwable> stuck = new HashMap<>();
    boolean more = true;
    while (running && more) {
      switch (database.inTransaction(transaction -> forwardBatch(transaction, stuck.keySet()))) {
        case Turn.OfAnother ofAnother -> {
          // Every look that sees rows gives a signal. Following them would take the table's lock
          // again and again from those that store, and the other instance forwards anyway.
          LockSupport.parkNanos(settings.poll().toNanos());
          return;
        }
        case Turn.Nothing nothing -> more = false;
        case Turn.Batch batch -> {
          meters.forwarded(batch.forwarded());
          stuck.putAll(batch.stuck());
        }
      }
    }
    lane.look();
    if (!stuck.isEmpty()) {
      throw new IllegalStateException("Kafka does not take records of " + stuck);
    }
  }

  private Turn forwardBatch(Transaction transaction, Set<String> stuck) {
    boolean locked = transaction.query(LOCK, row -> row.getBoolean(0)).get(0);
    if (!locked) {
      return new Turn.OfAnother();
    }
    List<StoredRecord> waiting =
        transaction.query(
            SELECT, StoredRecord::of, stuck.toArray(String[]::new), settings.forwardBatch());
    if (waiting.isEmpty()) {
      return new Turn.Nothing();
    }
    Forwarding forwarding = new Forwarding(kafka);
    forwarding.forward(waiting);
    transaction.update(DELETE, (Object) forwarding.onKafka().toArray(Long[]::new));
    transaction.query(NOTIFY, row -> row);
    return new Turn.Batch(forwarding.onKafka().size(), forwarding.stuck());
  }

  /** What one transaction came to. */
  private sealed interface Turn {

    /** Another instance forwards. */
    record OfAnother() implements Turn {}

    /** Nothing waits, except for topics that are stuck. */
    record Nothing() implements Turn {}

    /**
     * Something was tried.
     *
     * @param forwarded how many records are on Kafka
     * @param stuck topics that did not take all of theirs, with the reason
     */
    record Batch(int forwarded, Map<String, Throwable> stuck) implements Turn {}
  }
}
