package io.parley.routing.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Pings every stream and ends those whose client has gone without a word, as when a laptop is shut
 * or a network is gone: TCP alone would take such a connection for open for hours, and its agent
 * would be offered conversations. Counting pongs needs no clock, so a clock that is set costs
 * nobody the stream.
 */
@ApplicationScoped
class Pulse {

  private static final Logger LOG = Logger.getLogger(Pulse.class);

  /** As clients expect it (domain/pages.md §3.2). */
  private static final Duration INTERVAL = Duration.ofSeconds(15);

  private final Vertx vertx;
  private final StreamBroadcast broadcast;
  private final StreamEnd end;
  private volatile long timer = -1;

  Pulse(Vertx vertx, StreamBroadcast broadcast, StreamEnd end) {
    this.vertx = vertx;
    this.broadcast = broadcast;
    this.end = end;
  }

  void start(@Observes StartupEvent event) {
    timer = vertx.setPeriodic(INTERVAL.toMillis(), id -> Thread.startVirtualThread(this::beat));
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  /** One ping to everybody who has answered, and the end for who has missed two. */
  void beat() {
    for (Member member : broadcast.members()) {
      if (member.isSilent()) {
        LOG.infof("Stream ends because its client is silent. agentId=%s", member.agentId());
        Thread.startVirtualThread(() -> end.of(member, StreamEnd.SILENT));
      } else {
        member.ping();
      }
    }
  }
}
