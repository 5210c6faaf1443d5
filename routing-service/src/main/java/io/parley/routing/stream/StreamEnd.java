package io.parley.routing.stream;

import io.parley.platform.configuration.ConfigurationSnapshot;
import io.parley.platform.configuration.ConfigurationView;
import io.parley.routing.agent.Agents;
import io.parley.routing.agent.Connections;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.CloseReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Ends streams from our side, without waiting for a client that may not answer. */
@ApplicationScoped
class StreamEnd {

  private static final Logger LOG = Logger.getLogger(StreamEnd.class);

  static final CloseReason SILENT = new CloseReason(1001, "no pong came: reconnect");

  /** Application-defined; 4403 by analogy with HTTP. */
  static final CloseReason DISMISSED = new CloseReason(4403, "you are no longer an agent");

  private final StreamBroadcast broadcast;
  private final Connections connections;
  private final ConfigurationView configuration;

  StreamEnd(StreamBroadcast broadcast, Connections connections, ConfigurationView configuration) {
    this.broadcast = broadcast;
    this.connections = connections;
    this.configuration = configuration;
  }

  void start(@Observes StartupEvent event) {
    configuration.onChange(this::endDismissed);
  }

  /** The connection counts as lost at once, not only when closing it has timed out. */
  void of(Member member, CloseReason reason) {
    boolean first = broadcast.remove(member);
    member.close(reason);
    if (first) {
      try {
        connections.closed(member.connectionId(), member.agentId());
      } catch (RuntimeException e) {
        // Its beats have ended with it, so the sweep finds the agent.
        LOG.warnf("Agent is disconnected later. agentId=%s error=%s", member.agentId(), e);
      }
    }
  }

  /**
   * Whether the configuration lets this user have a stream. One that is not complete yet decides
   * nothing; {@link #endDismissed} runs when it is.
   */
  boolean mayListen(Member member) {
    // Asked first: a snapshot from before the end does not know everybody.
    return !configuration.isComplete() || Agents.isAgent(configuration.current(), member.agentId());
  }

  private void endDismissed(ConfigurationSnapshot snapshot) {
    for (Member member : broadcast.members()) {
      if (!Agents.isAgent(snapshot, member.agentId())) {
        Thread.startVirtualThread(() -> of(member, DISMISSED));
      }
    }
  }
}
