package io.parley.routing.agent;

import io.parley.events.AgentEvent.ChangedBy;
import io.parley.events.Presence;
import io.parley.platform.time.Identifiers;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Change;
import io.parley.routing.distribution.Distributor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which agents' clients are connected, over all instances. An agent whose last connection is lost
 * is offline at once; one who is back within the grace has the former presence again
 * (domain/distribution.md §8.2). Agents who never opened a stream, such as scripts over REST, are
 * never lost.
 */
@ApplicationScoped
public class Connections {

  private final Conversations conversations;
  private final Distributor distributor;
  private final Identifiers identifiers;
  private final UUID instance = UUID.randomUUID();
  private final Set<UUID> open = ConcurrentHashMap.newKeySet();

  Connections(Conversations conversations, Distributor distributor, Identifiers identifiers) {
    this.conversations = conversations;
    this.distributor = distributor;
    this.identifiers = identifiers;
  }

  /**
   * An agent's client has connected.
   *
   * @return id of the connection; empty when there is no such agent
   */
  public Optional<UUID> opened(UUID agentId) {
    UUID connection = identifiers.next();
    boolean known = conversations.change(change -> opened(change, connection, agentId));
    if (!known) {
      return Optional.empty();
    }
    open.add(connection);
    return Optional.of(connection);
  }

  private boolean opened(Change change, UUID connection, UUID agentId) {
    Optional<AgentRow> agent = Agents.lock(change, agentId);
    if (agent.isEmpty()) {
      return false;
    }
    change
        .transaction()
        .update(
            "insert into agent_connection (id, agent_id, instance, seen_at) values ($1, $2, $3, $4)",
            connection,
            agentId,
            instance,
            now(change));
    change.transaction().update("update agent set connected = true where id = $1", agentId);
    Presence before = agent.get().presenceBeforeDisconnect();
    if (before != null) {
      Agents.set(change, agentId, before, ChangedBy.SYSTEM);
      change.transaction().afterCommit(() -> distributor.wakeQueuesOf(agentId));
    }
    return true;
  }

  /** A connection has ended. */
  public void closed(UUID connection, UUID agentId) {
    open.remove(connection);
    conversations.change(
        change -> {
          Agents.lock(change, agentId);
          change.transaction().update("delete from agent_connection where id = $1", connection);
          disconnectIfAlone(change, agentId);
          return null;
        });
  }

  /** Says that this instance and its connections are alive. */
  void beat(Change change) {
    change
        .transaction()
        .update(
            "update agent_connection set seen_at = $2 where id = any($1)",
            open.toArray(UUID[]::new),
            now(change));
  }

  /** Takes an agent offline whose last connection has ended. The caller has locked the agent. */
  static void disconnectIfAlone(Change change, UUID agentId) {
    boolean alone =
        change
            .transaction()
            .query(
                "select not exists (select from agent_connection where agent_id = $1)",
                row -> row.getBoolean(0),
                agentId)
            .get(0);
    AgentRow agent = Agents.find(change.reading(), agentId).orElseThrow();
    if (!alone || agent.disconnectedAt() != null) {
      return;
    }
    if (agent.presence() != Presence.OFFLINE) {
      Agents.set(change, agentId, Presence.OFFLINE, ChangedBy.SYSTEM);
    }
    change
        .transaction()
        .update(
            "update agent set connected = false, disconnected_at = $2, presence_before_disconnect = $3 where id = $1",
            agentId,
            now(change),
            agent.presence().name());
  }

  static OffsetDateTime now(Change change) {
    return change.now().atOffset(ZoneOffset.UTC);
  }
}
