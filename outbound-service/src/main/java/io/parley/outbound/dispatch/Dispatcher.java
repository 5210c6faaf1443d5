package io.parley.outbound.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.outbound.message.Bell;
import io.parley.outbound.pace.Room;
import io.parley.outbound.pace.UnderWay;
import io.parley.platform.configuration.ConfigurationGate;
import io.parley.platform.configuration.ConfigurationSnapshot;
import io.parley.platform.database.Database;
import io.parley.platform.messaging.Availability;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends. One loop records the outcomes of finished calls and takes the next heads of lines in the
 * same transaction, then starts their calls on virtual threads; so the next message of a
 * conversation follows at once, and many outcomes share one commit. What is to be called is
 * committed before it is called: an instance that dies leaves a lease behind, and whoever finds it
 * expired asks the provider. Any number of instances work side by side.
 */
@ApplicationScoped
class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

  /** Below the time that Quarkus leaves for stopping. */
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(8);

  private final Database database;
  private final Conclusions conclusions;
  private final Claims claims;
  private final Courier courier;
  private final Bell bell;
  private final ConfigurationGate configuration;
  private final DispatchConfiguration limits;
  private final Clock clock;
  private final ConcurrentLinkedQueue<Outcome> finished = new ConcurrentLinkedQueue<>();
  private final UnderWay calls;
  private volatile boolean running = true;
  private volatile @Nullable Thread loop;

  Dispatcher(
      Database database,
      Conclusions conclusions,
      Claims claims,
      Courier courier,
      Bell bell,
      ConfigurationGate configuration,
      DispatchConfiguration limits,
      Clock clock,
      MeterRegistry meters) {
    this.database = database;
    this.conclusions = conclusions;
    this.claims = claims;
    this.courier = courier;
    this.bell = bell;
    this.configuration = configuration;
    this.limits = limits;
    this.clock = clock;
    this.calls = new UnderWay(limits.concurrency(), limits.concurrencyPerAccount());
    meters.gauge("parley.outbound.calls", calls, UnderWay::count);
  }

  void start(@Observes StartupEvent event) {
    loop = Thread.ofVirtual().name("dispatcher").start(this::run);
  }

  /** Takes nothing new, and records what is under way, as far as it ends soon. */
  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
      throws InterruptedException {
    running = false;
    bell.ring();
    Thread current = loop;
    if (current != null && !current.join(LONGEST_FAREWELL)) {
      current.interrupt();
    }
  }

  private void run() {
    List<Outcome> unrecorded = new ArrayList<>();
    try {
      configuration.await();
      while (running || calls.count() > 0) {
        bell.await(limits.poll());
        drainInto(unrecorded);
        round(unrecorded);
      }
    } catch (InterruptedException | IllegalStateException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void drainInto(List<Outcome> outcomes) {
    for (Outcome outcome = finished.poll(); outcome != null; outcome = finished.poll()) {
      outcomes.add(outcome);
    }
  }

  private void round(List<Outcome> outcomes) {
    try {
      Claims.Claimed claimed = commit(List.copyOf(outcomes));
      outcomes.forEach(outcome -> calls.end(outcome.accountId()));
      outcomes.clear();
      claimed.errands().forEach(this::begin);
      if (claimed.more()) {
        bell.ring();
      }
    } catch (RuntimeException | Error e) {
      // The loop must outlive everything: without it, nothing is sent any more.
      if (running && Availability.isLost(e)) {
        LOG.warnf("Dispatcher waits for PostgreSQL. error=%s", e);
      } else {
        LOG.error("Round failed. Outcomes are recorded one by one.", e);
        recordSingly(outcomes);
      }
      LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
      bell.ring();
    }
  }

  private Claims.Claimed commit(List<Outcome> outcomes) {
    Instant now = clock.instant();
    ConfigurationSnapshot snapshot = configuration.await();
    return database.inTransaction(
        transaction -> {
          conclusions.record(transaction, outcomes, now);
          Room room = calls.roomAfter(outcomes.stream().map(Outcome::accountId).toList());
          return running && room.calls() > 0
              ? claims.take(transaction, snapshot, room, now)
              : Claims.Claimed.NOTHING;
        });
  }

  /** One outcome that cannot be recorded must not stop the others. */
  private void recordSingly(List<Outcome> outcomes) {
    for (Iterator<Outcome> rest = outcomes.iterator(); rest.hasNext(); ) {
      Outcome outcome = rest.next();
      try {
        database.inTransaction(
            transaction -> {
              conclusions.record(transaction, List.of(outcome), clock.instant());
              return true;
            });
      } catch (RuntimeException | Error e) {
        if (running && Availability.isLost(e)) {
          return;
        }
        setAside(outcome, e);
      }
      rest.remove();
      calls.end(outcome.accountId());
    }
  }

  private void setAside(Outcome outcome, Throwable refusal) {
    LOG.errorf(
        refusal,
        "Outcome cannot be recorded. messageId=%s attempt=%d",
        outcome.messageId(),
        outcome.attempt());
    if (!running) {
      // The refusal may be the stopping itself. The lease ends, and the message is looked up.
      return;
    }
    try {
      database.inTransaction(
          transaction -> {
            conclusions.setAside(transaction, outcome, clock.instant());
            return true;
          });
    } catch (RuntimeException | Error e) {
      LOG.errorf(
          e,
          "Message cannot be set aside; it will be looked up. messageId=%s attempt=%d",
          outcome.messageId(),
          outcome.attempt());
    }
  }

  private void begin(Errand errand) {
    calls.begin(errand.route().account().id());
    Thread.ofVirtual().name("call-", errand.message().attempts()).start(() -> run(errand));
  }

  private void run(Errand errand) {
    try {
      finished.add(courier.run(errand));
    } catch (RuntimeException | Error e) {
      LOG.errorf(
          e, "Call broke off; the message will be looked up. messageId=%s", errand.message().id());
      calls.end(errand.route().account().id());
    }
    bell.ring();
  }
}
