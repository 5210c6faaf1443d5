package io.parley.ingress.fallback;

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

/**
 * Brings the schema up to date, again and again until PostgreSQL lets it. Flyway's own migration at
 * start would end the process while PostgreSQL is away. Until the table could be looked at, {@link
 * Gate#AT_START} holds: webhooks are answered 503, because what a former life of this instance has
 * stored could be overtaken.
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
  }

  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
    running = false;
  }

  private void run(CountDownLatch attempted) {
    boolean reported = false;
    while (running && !migrated(reported)) {
      reported = true;
      attempted.countDown();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    attempted.countDown();
    lane.look();
  }

  private boolean migrated(boolean reported) {
    try {
      flyway.migrate();
      return true;
    } catch (Throwable e) {
      // Whatever it was: without the table there is no way round Kafka.
      if (e instanceof Error) {
        LOG.error("The migration of the schema failed and is tried again.", e);
      } else if (!reported) {
        LOG.warnf("The schema cannot be migrated: tried again each second. error=%s", e);
      }
      return false;
    }
  }
}
