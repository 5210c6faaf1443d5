package io.parley.ingress.fallback;

import io.parley.ingress.publication.OutgoingRecord;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

/**
 * The one lane on which this instance visits the table, one visit at a time: records are stored in
 * the order in which they come here, many in one transaction, and the gate is never opened while a
 * record of this instance is on its way into the table. Thread-safe.
 *
 * <p>What is made sure of: once a record was acknowledged from the table, no later record of the
 * same key goes straight to Kafka through an instance that knows of it, until the record is on
 * Kafka. What remains: an instance that can still reach Kafka while another one cannot learns of
 * that other one's first stored record by notification, milliseconds after its commit (at most one
 * poll later, if the notification is lost). A second message of the same customer that is taken by
 * it within that time overtakes the first. Closing this gap would need PostgreSQL on the direct
 * path.
 */
@ApplicationScoped
public class FallbackLane {

  private final FallbackTable table;
  private final CurrentGate gate;
  private final FallbackMeters meters;
  private final ForwardSignal forwarder;
  private final FallbackSettings settings;

  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private boolean lookWanted;
  private boolean visiting;
  private volatile boolean stopping;

  FallbackLane(
      FallbackTable table,
      CurrentGate gate,
      FallbackMeters meters,
      ForwardSignal forwarder,
      FallbackSettings settings) {
    this.table = table;
    this.gate = gate;
    this.meters = meters;
    this.forwarder = forwarder;
    this.settings = settings;
  }

  /**
   * Stores a record behind those that wait; {@link StoreOutcome#NOTHING_WAITS} says that there are
   * none. Fails when PostgreSQL does not take it in time, or the table is full.
   *
   * @param refusedByKafka whether it is to be stored even where nothing waits
   */
  public Uni<StoreOutcome> store(OutgoingRecord record, boolean refusedByKafka) {
    return Uni.createFrom()
        .emitter(emitter -> enqueue(new Waiting(record, refusedByKafka, emitter)));
  }

  /** Looks whether something waits, soon; the gate follows. */
  @Scheduled(every = "${parley.ingress.fallback.poll:PT1S}")
  public void look() {
    synchronized (this) {
      lookWanted = !stopping;
    }
    visit();
  }

  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
    stopping = true;
  }

  private void enqueue(Waiting entry) {
    boolean room;
    synchronized (this) {
      room = waiting.size() < settings.maxWaiting();
      if (room) {
        waiting.add(entry);
      }
    }
    if (room) {
      visit();
    } else {
      entry.emitter().fail(new RejectedExecutionException("too many records wait to be stored"));
    }
  }

  private void visit() {
    List<Waiting> batch;
    synchronized (this) {
      if (visiting || (waiting.isEmpty() && !lookWanted)) {
        return;
      }
      visiting = true;
      lookWanted = false;
      batch = nextBatch();
    }
    List<OutgoingRecord> records = batch.stream().map(Waiting::record).toList();
    boolean evenIfEmpty = batch.stream().anyMatch(Waiting::refusedByKafka);
    // A visit that is given up may still commit. Its records were answered 503, so nothing is owed
    // to them, and the table's own lock keeps it apart from the next visit.
    Uni.createFrom()
        .deferred(
            () -> table.visit(records, evenIfEmpty).ifNoItem().after(settings.patience()).fail())
        .subscribe()
        .with(verdict -> visited(batch, verdict), failure -> failed(batch, failure));
  }

  private List<Waiting> nextBatch() {
    List<Waiting> batch = new ArrayList<>();
    while (batch.size() < settings.storeBatch() && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    return List.copyOf(batch);
  }

  private void visited(List<Waiting> batch, TableVerdict verdict) {
    try {
      follow(batch, verdict);
    } finally {
      leave(batch.isEmpty() ? Duration.ZERO : settings.pace());
    }
  }

  private void follow(List<Waiting> batch, TableVerdict verdict) {
    switch (verdict) {
      case TableVerdict.Empty empty -> {
        meters.seen(Backlog.NONE);
        gate.seenEmpty();
        batch.forEach(entry -> entry.emitter().complete(StoreOutcome.NOTHING_WAITS));
      }
      case TableVerdict.Occupied occupied -> {
        occupied(occupied.backlog());
        meters.stored(batch.size());
        batch.forEach(entry -> entry.emitter().complete(StoreOutcome.STORED));
      }
      case TableVerdict.Full full -> {
        occupied(full.backlog());
        meters.refused(batch.size(), "full");
        batch.forEach(
            entry ->
                entry.emitter().fail(new RejectedExecutionException("the fallback table is full")));
      }
    }
  }

  private void occupied(Backlog backlog) {
    meters.seen(backlog);
    gate.seenOccupied();
    forwarder.give();
  }

  private void failed(List<Waiting> batch, Throwable failure) {
    try {
      meters.unreachable(failure);
      if (!batch.isEmpty()) {
        gate.storingFailed();
        meters.refused(batch.size(), "unreachable");
        batch.forEach(entry -> entry.emitter().fail(failure));
      }
    } finally {
      leave(Duration.ZERO);
    }
  }

  private void leave(Duration pause) {
    Uni<Void> end = Uni.createFrom().voidItem();
    (pause.isZero() ? end : end.onItem().delayIt().by(pause))
        .subscribe()
        .with(
            ignored -> {
              synchronized (this) {
                visiting = false;
              }
              visit();
            });
  }

  private record Waiting(
      OutgoingRecord record, boolean refusedByKafka, UniEmitter<? super StoreOutcome> emitter) {}
}
