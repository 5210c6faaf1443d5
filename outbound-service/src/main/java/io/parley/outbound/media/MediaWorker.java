package io.parley.outbound.media;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.outbound.pace.Room;
import io.parley.outbound.pace.UnderWay;
import io.parley.platform.configuration.ConfigurationGate;
import io.parley.platform.database.Database;
import io.parley.platform.file.fetch.FetchResult;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what customers attached, beside everything else. One loop takes what is due and starts a
 * virtual thread for each; an attempt is committed before it is made. An instance that dies leaves
 * a lease behind, and whoever finds it expired fetches again: what is stored by then is found in
 * the store. Any number of instances work side by side.
 */
@ApplicationScoped
class MediaWorker {

  private static final Logger LOG = Logger.getLogger(MediaWorker.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

  private final Database database;
  private final MediaClaims claims;
  private final MediaLedger ledger;
  private final MediaCourier courier;
  private final MediaBell bell;
  private final MediaVerdict verdict;
  private final ConfigurationGate configuration;
  private final Clock clock;
  private final Duration poll;
  private final UnderWay fetches;
  private volatile boolean running = true;
  private volatile @Nullable Thread loop;

  MediaWorker(
      Database database,
      MediaClaims claims,
      MediaLedger ledger,
      MediaCourier courier,
      MediaBell bell,
      ConfigurationGate configuration,
      MediaConfiguration limits,
      Clock clock,
      RandomGenerator random,
      MeterRegistry meters) {
    this.database = database;
    this.claims = claims;
    this.ledger = ledger;
    this.courier = courier;
    this.bell = bell;
    this.verdict = new MediaVerdict(limits, random);
    this.configuration = configuration;
    this.clock = clock;
    this.poll = limits.poll();
    this.fetches = new UnderWay(limits.concurrency(), limits.concurrencyPerAccount());
    meters.gauge("parley.outbound.media.fetches", fetches, UnderWay::count);
  }

  void start(@Observes StartupEvent event) {
    loop = Thread.ofVirtual().name("media").start(this::run);
  }

  /** Takes nothing new. What is under way is fetched again after its lease. */
  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
    running = false;
    bell.ring();
    Thread current = loop;
    if (current != null) {
      current.interrupt();
    }
  }

  private void run() {
    try {
      configuration.await();
      while (running) {
        bell.await(poll);
        round();
      }
    } catch (InterruptedException | IllegalStateException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() {
    Room room = fetches.roomAfter(List.of());
    if (!running || room.calls() <= 0) {
      return;
    }
    try {
      Instant now = clock.instant();
      database
          .inTransaction(transaction -> claims.take(transaction, room, now))
          .forEach(this::begin);
    } catch (RuntimeException | Error e) {
      // The loop must outlive everything: without it, nothing is fetched any more.
      if (running) {
        LOG.warnf(Availability.isLost(e) ? null : e, "Nothing can be taken to fetch. error=%s", e);
        LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
      }
    }
  }

  private void begin(CustomerMedia media) {
    UUID account = media.origin().accountId();
    fetches.begin(account);
    Thread.ofVirtual()
        .name("media-", media.attempts())
        .start(
            () -> {
              try {
                record(media, courier.fetch(media));
              } catch (RuntimeException | Error e) {
                // After its lease it is fetched again, or found in the store.
                LOG.warnf("Attempt is not recorded. mediaId=%s error=%s", media.id(), e);
              } finally {
                fetches.end(account);
                bell.ring();
              }
            });
  }

  private void record(CustomerMedia fetched, FetchResult result) {
    Instant now = clock.instant();
    database.inTransaction(
        transaction -> {
          ledger
              .lock(transaction, fetched.id())
              .ifPresent(
                  media ->
                      ledger.write(
                          transaction,
                          media,
                          verdict.after(media, fetched.attempts(), result, now)));
          return true;
        });
  }
}
