package io.parley.ingress.fallback;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings the schema up to date, again and again until PostgreSQL lets it. Flyway's own migration at
 * start would end the process while PostgreSQL is away. Until the table could be looked at, {@link
 * Gate#AT_START} holds: webhooks are answered 503, because what a former life of this instance has
 * stored could be overtaken. A migration that PostgreSQL answers and refuses would be refused
 * again: the service does not start, or stops.
 */
@ApplicationScoped
class SchemaMigration {

  private static final Logger LOG = Logger.getLogger(SchemaMigration.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Where PostgreSQL answers, the first webhook finds the schema; an absence delays no start. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Flyway flyway;
  private final FallbackLane lane;
  private volatile boolean running = true;
  private volatile boolean started;
  private volatile @Nullable Throwable broken;

  SchemaMigration(Flyway flyway, FallbackLane lane) {
    this.flyway = flyway;
    this.lane = lane;
  }

  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event)
      throws InterruptedException {
    CountDownLatch attempted = new CountDownLatch(1);
    Thread.ofVirtual().name("schema-migration").start(() -> run(attempted));
    if (!attempted.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("The schema is not migrated yet: the service starts without it.");
    }
    started = true;
    Throwable failure = broken;
    if (failure != null) {
      throw new IllegalStateException(description(failure), failure);
    }
  }

  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
    running = false;
  }

  private void run(CountDownLatch attempted) {
    boolean reported = false;
    while (running && !isDecided(reported)) {
      reported = true;
      attempted.countDown();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    attempted.countDown();
    if (broken == null) {
      lane.look();
    }
  }

  private boolean isDecided(boolean reported) {
    try {
      flyway.migrate();
      return true;
    } catch (Throwable e) {
      if (running && !MigrationFailure.mayPass(e)) {
        giveUp(e);
        return true;
      }
      // Without the table there is no way round Kafka.
      if (!reported) {
        LOG.warnf("PostgreSQL is away: the schema is migrated when it is back. error=%s", e);
      }
      return false;
    }
  }

  private void giveUp(Throwable failure) {
    broken = failure;
    LOG.fatal(description(failure));
    if (started) {
      Quarkus.asyncExit(1);
    }
  }

  private static String description(Throwable failure) {
    return "The schema of the database cannot be migrated, and trying again would not help: "
        + MigrationFailure.cause(failure);
  }
}
