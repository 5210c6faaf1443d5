package io.parley.routing.agent;

import io.parley.events.AgentEvent.ChangedBy;
import io.parley.events.Presence;
import io.parley.events.configuration.User;
import io.parley.events.configuration.User.Role;
import io.parley.platform.configuration.ConfigurationSnapshot;
import io.parley.routing.conversation.AgentPresence;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Change;
import io.parley.routing.conversation.Conversations.Reading;
import io.parley.routing.distribution.Distributor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Presence of agents. */
@ApplicationScoped
public class Agents {

  private final Conversations conversations;
  private final Distributor distributor;

  Agents(Conversations conversations, Distributor distributor) {
    this.conversations = conversations;
    this.distributor = distributor;
  }

  /** Whether the configuration says that this is an agent who may work. */
  public static boolean isAgent(ConfigurationSnapshot configuration, UUID userId) {
    return configuration.user(userId).filter(Agents::isAgent).isPresent();
  }

  static boolean isAgent(User user) {
    return user.enabled() && user.roles().contains(Role.AGENT);
  }

  /** The agent, if the configuration has one with this id. */
  public Optional<AgentRow> find(UUID agentId) {
    return conversations.read(reading -> find(reading, agentId));
  }

  static Optional<AgentRow> find(Reading reading, UUID agentId) {
    return reading
        .transaction()
        .first("select " + AgentRow.COLUMNS + " from agent where id = $1", AgentRow::read, agentId);
  }

  static Optional<AgentRow> lock(Change change, UUID agentId) {
    return change
        .transaction()
        .first(
            "select " + AgentRow.COLUMNS + " from agent where id = $1 for update",
            AgentRow::read,
            agentId);
  }

  /** What came of setting a presence. */
  public sealed interface Outcome {

    /** It is in force. */
    record Done(AgentRow agent) implements Outcome {}

    /** Somebody changed it first. */
    record Conflict(AgentRow agent) implements Outcome {}

    /** There is no such agent. */
    record Unknown() implements Outcome {}
  }

  /** Sets an agent's presence by the agent's own wish, if it is still as the agent knew it. */
  public Outcome set(UUID agentId, Presence presence, long expectedVersion) {
    return conversations.change(
        change -> {
          Optional<AgentRow> locked = lock(change, agentId);
          if (locked.isEmpty()) {
            return new Outcome.Unknown();
          }
          AgentRow agent = locked.get();
          if (agent.version() != expectedVersion) {
            return new Outcome.Conflict(agent);
          }
          change.transaction().afterCommit(() -> distributor.wakeQueuesOf(agentId));
          return new Outcome.Done(set(change, agentId, presence, ChangedBy.AGENT));
        });
  }

  static AgentRow set(Change change, UUID agentId, Presence presence, ChangedBy changedBy) {
    AgentRow agent =
        change
            .transaction()
            .first(
                "update agent set presence = $2, version = version + 1, disconnected_at = null, presence_before_disconnect = null"
                    + " where id = $1 returning "
                    + AgentRow.COLUMNS,
                AgentRow::read,
                agentId,
                presence.name())
            .orElseThrow();
    change
        .journal()
        .presenceChanged(agentId, new AgentPresence(presence, changedBy, agent.version()));
    return agent;
  }
}
