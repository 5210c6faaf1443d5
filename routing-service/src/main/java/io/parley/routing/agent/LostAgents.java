package io.parley.routing.agent;

import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Notices agents whose clients were lost with the instance that they were connected to, and gives
 * the conversations of those who did not come back in time to others (domain/conversations.md T12).
 */
@ApplicationScoped
public class LostAgents {

  /** Several beats, so that one that comes late costs nobody the connection. */
  private static final Duration BEAT_LOST = Duration.ofSeconds(20);

  private final Conversations conversations;
  private final Connections connections;
  private final HeldConversations held;
  private final ConnectionConfiguration configuration;

  LostAgents(
      Conversations conversations,
      Connections connections,
      HeldConversations held,
      ConnectionConfiguration configuration) {
    this.conversations = conversations;
    this.connections = connections;
    this.held = held;
    this.configuration = configuration;
  }

  /** Looks once; called again and again. */
  public void sweep() {
    connections.beat();
    conversations.change(this::cleanUp).forEach(this::disconnect);
    Gone gone = conversations.read(this::gone);
    gone.agents().forEach(agentId -> release(agentId, gone.since()));
  }

  /** Removes what is over; gives the agents who have no connection left. */
  private List<UUID> cleanUp(Change change) {
    OffsetDateTime now = Connections.now(change);
    change
        .transaction()
        .update("delete from agent_connection where seen_at < $1", now.minus(BEAT_LOST));
    change
        .transaction()
        .update("delete from agent_event where created_at < $1", now.minus(configuration.replay()));
    change.transaction().update("delete from stream_ticket where expires_at < $1", now);
    return change
        .transaction()
        .query(
            "select id from agent a where connected"
                + " and not exists (select from agent_connection c where c.agent_id = a.id)",
            row -> row.getUUID(0));
  }

  private void disconnect(UUID agentId) {
    conversations.change(
        change -> {
          Agents.lock(change, agentId);
          Connections.disconnectIfAlone(change, agentId);
          return null;
        });
  }

  /**
   * Agents whose grace has ended.
   *
   * @param since lost at this time or before; one who came back and was lost again has a new grace
   */
  private record Gone(List<UUID> agents, Instant since) {}

  private Gone gone(Conversations.Reading reading) {
    Instant since = reading.now().minus(configuration.grace());
    return new Gone(
        reading
            .transaction()
            .query(
                "select id from agent where disconnected_at <= $1",
                row -> row.getUUID(0),
                since.atOffset(ZoneOffset.UTC)),
        since);
  }

  void release(UUID agentId, Instant since) {
    held.release(
        agentId,
        (change, agent) ->
            agent.disconnectedAt() != null && !agent.disconnectedAt().isAfter(since));
    conversations.change(
        change ->
            change
                .transaction()
                .update(
                    "update agent set disconnected_at = null, presence_before_disconnect = null"
                        + " where id = $1 and not connected and disconnected_at <= $2",
                    agentId,
                    since.atOffset(ZoneOffset.UTC)));
  }
}
