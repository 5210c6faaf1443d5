package io.parley.ingress.fallback;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Learns at once what other instances do with the table. It keeps one connection of the pool; when
 * that is lost, it takes another one, and looks, because it may have missed something.
 */
@ApplicationScoped
class FallbackListener {

  private static final Logger LOG = Logger.getLogger(FallbackListener.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Pool pool;
  private final FallbackLane lane;
  private volatile boolean running = true;

  FallbackListener(Pool pool, FallbackLane lane) {
    this.pool = pool;
    this.lane = lane;
  }

  void start(@Observes StartupEvent event) {
    listen();
  }

  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
    running = false;
  }

  private void listen() {
    Uni.createFrom()
        .deferred(pool::getConnection)
        .map(PgConnection::cast)
        .chain(this::listenUntilLost)
        .subscribe()
        .with(never -> {}, this::lost);
  }

  /**
   * Fails, once, when PostgreSQL does not let it listen, as on a standby, or the connection ends;
   * the connection is then back with the pool.
   */
  private Uni<Void> listenUntilLost(PgConnection connection) {
    return Uni.createFrom()
        .<Void>emitter(
            listening -> {
              connection.closeHandler(
                  () -> listening.fail(new IllegalStateException("connection closed")));
              connection.notificationHandler(notification -> lane.look());
              connection
                  .query("listen " + FallbackTable.CHANNEL)
                  .execute()
                  .subscribe()
                  .with(done -> lane.look(), listening::fail);
            })
        .onTermination()
        .invoke(connection::closeAndForget);
  }

  private void lost(Throwable cause) {
    if (running) {
      LOG.debugf("Listens to PostgreSQL again soon. error=%s", cause);
      Uni.createFrom()
          .voidItem()
          .onItem()
          .delayIt()
          .by(PAUSE)
          .subscribe()
          .with(ignored -> listen());
    }
  }
}
