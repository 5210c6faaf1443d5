package io.parley.routing.agent;

import io.parley.platform.time.Identifiers;
import io.parley.routing.conversation.Closed;
import io.parley.routing.conversation.Conversation;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Change;
import io.parley.routing.conversation.InConversation;
import io.parley.routing.conversation.Offered;
import io.parley.routing.conversation.Open;
import io.parley.routing.conversation.Waiting;
import io.parley.routing.conversation.WrapUp;
import io.parley.routing.distribution.Distributor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
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
  private final Distributor distributor;
  private final ConnectionConfiguration configuration;
  private final Identifiers identifiers;

  LostAgents(
      Conversations conversations,
      Connections connections,
      Distributor distributor,
      ConnectionConfiguration configuration,
      Identifiers identifiers) {
    this.conversations = conversations;
    this.connections = connections;
    this.distributor = distributor;
    this.configuration = configuration;
    this.identifiers = identifiers;
  }

  /** Looks once; called again and again. */
  public void sweep() {
    conversations.change(this::cleanUp).forEach(this::disconnect);
    conversations.change(this::gone).forEach(this::release);
  }

  /** Removes what is over; gives the agents who have no connection left. */
  private List<UUID> cleanUp(Change change) {
    OffsetDateTime now = Connections.now(change);
    connections.beat(change);
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

  private List<UUID> gone(Change change) {
    return change
        .transaction()
        .query(
            "select id from agent where disconnected_at <= $1",
            row -> row.getUUID(0),
            Connections.now(change).minus(configuration.grace()));
  }

  private void disconnect(UUID agentId) {
    conversations.change(
        change -> {
          Agents.lock(change, agentId);
          Connections.disconnectIfAlone(change, agentId);
          return null;
        });
  }

  /** Conversations are locked one by one before the agent, as everywhere. */
  private void release(UUID agentId) {
    List<UUID> held =
        conversations.read(
            reading ->
                reading
                    .transaction()
                    .query(
                        "select id from conversation where agent_id = $1 and state = 'ACTIVE' order by id",
                        row -> row.getUUID(0),
                        agentId));
    for (UUID id : held) {
      conversations.change(
          change -> {
            change.lock(id).ifPresent(c -> release(change, c, agentId));
            return null;
          });
    }
    conversations.change(
        change ->
            change
                .transaction()
                .update(
                    "update agent set disconnected_at = null, presence_before_disconnect = null where id = $1 and not connected",
                    agentId));
  }

  private void release(Change change, Conversation conversation, UUID agentId) {
    boolean stillGone =
        Agents.find(change.reading(), agentId)
            .filter(agent -> agent.disconnectedAt() != null)
            .isPresent();
    if (!stillGone || !conversation.agent().filter(agentId::equals).isPresent()) {
      return;
    }
    Conversation after =
        switch (conversation) {
          case Offered offered -> change.moved(offered, offered.withdraw(change.now()));
          case InConversation in -> change.moved(in, in.loseAgent(change.now(), identifiers::next));
          case Open open -> open;
          case Waiting waiting -> waiting;
          case WrapUp wrapUp -> wrapUp;
          case Closed closed -> closed;
        };
    distributor.follow(change, conversation, after);
  }
}
