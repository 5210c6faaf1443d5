package io.parley.routing.stream;

import io.parley.routing.conversation.PassingNews;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Hears from PostgreSQL which agents have something new, whichever instance wrote it, and passes it
 * on without delay. A lost connection is opened again; then everybody is looked after, in case
 * something was missed.
 */
@ApplicationScoped
class StreamNotifications {

  private static final Logger LOG = Logger.getLogger(StreamNotifications.class);
  private static final String CHANNEL = "agent_event";
  private static final long RECONNECT_MILLIS = 500;

  private final Vertx vertx;
  private final StreamBroadcast broadcast;
  private final PgSubscriber subscriber;
  private volatile boolean running = true;

  StreamNotifications(
      Vertx vertx,
      StreamBroadcast broadcast,
      @ConfigProperty(name = "parley.database.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.vertx = vertx;
    this.broadcast = broadcast;
    PgConnectOptions options = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
    this.subscriber =
        PgSubscriber.subscriber(vertx, options).reconnectPolicy(retries -> RECONNECT_MILLIS);
  }

  void start(@Observes StartupEvent event) {
    subscriber
        .channel(CHANNEL)
        .subscribeHandler(v -> Thread.startVirtualThread(broadcast::tellAll))
        .handler(payload -> Thread.startVirtualThread(() -> tell(payload)));
    subscriber
        .channel(PassingNews.CHANNEL)
        .handler(payload -> Thread.startVirtualThread(() -> pass(payload)));
    connect();
  }

  /**
   * The subscriber reconnects by itself, but only once it has been connected; and one that never
   * was must be closed before it connects again.
   */
  private void connect() {
    subscriber
        .connect()
        .onFailure(
            e -> {
              LOG.warnf("Notifications are connected later. error=%s", e);
              vertx.setTimer(RECONNECT_MILLIS, id -> connectUnlessStopped());
            });
  }

  private void connectUnlessStopped() {
    if (running) {
      subscriber.close();
      connect();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
    subscriber.close();
  }

  private void pass(String payload) {
    try {
      broadcast.pass(PassingNews.parse(payload));
    } catch (IllegalArgumentException e) {
      LOG.warn("Notification is no news for an agent.");
    }
  }

  private void tell(String payload) {
    try {
      broadcast.tell(UUID.fromString(payload));
    } catch (IllegalArgumentException e) {
      LOG.warn("Notification names no agent.");
    }
  }
}
