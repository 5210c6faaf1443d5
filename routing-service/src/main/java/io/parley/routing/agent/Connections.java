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
import java.util.List;
import java.util.Map;
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

  /** Agents by connection. */
  private final Map<UUID, UUID> open = new ConcurrentHashMap<>();

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
    boolean known = conversations.change(change -> connect(change, connection, agentId));
    if (!known) {
      return Optional.empty();
    }
    open.put(connection, agentId);
    return Optional.of(connection);
  }

  private boolean connect(Change change, UUID connection, UUID agentId) {
    Optional<AgentRow> agent = Agents.lock(change, agentId);
    if (agent.isEmpty()) {
      return false;
    }
    change
        .transaction()
        .update(
            "insert into agent_connection (id, agent_id, instance, seen_at) values ($1, $2, $3, $4)"
                + " on conflict (id) do update set seen_at = excluded.seen_at",
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

  /**
   * Says that this instance and its connections are alive. After PostgreSQL stood still for long,
   * another instance may have taken them for dead: then they are connected again.
   */
  void beat() {
    Map<UUID, UUID> alive = Map.copyOf(open);
    if (alive.isEmpty()) {
      return;
    }
    Set<UUID> beaten = Set.copyOf(conversations.change(change -> beat(change, alive.keySet())));
    alive.forEach(
        (connection, agentId) -> {
          if (!beaten.contains(connection)) {
            conversations.change(change -> connectAgain(change, connection, agentId));
          }
        });
  }

  private static List<UUID> beat(Change change, Set<UUID> connections) {
    return change
        .transaction()
        .query(
            "update agent_connection set seen_at = $2 where id = any($1) returning id",
            row -> row.getUUID(0),
            connections.toArray(UUID[]::new),
            now(change));
  }

  /** One that ends at the same time waits for the lock on the agent and is removed afterwards. */
  private boolean connectAgain(Change change, UUID connection, UUID agentId) {
    return Agents.lock(change, agentId).isPresent()
        && open.containsKey(connection)
        && connect(change, connection, agentId);
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
