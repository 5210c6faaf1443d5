package io.parley.events;

import java.time.Instant;
import java.util.UUID;

/** Something changed about an agent. {@code sequence} counts the events of one agent from 1. */
public sealed interface AgentEvent extends EventData {

  /** The agent. */
  UUID agentId();

  /** Position among the events of this agent, from 1. */
  long sequence();

  /** When it was committed. */
  Instant at();

  /** Who changed a presence. */
  enum ChangedBy {
    AGENT,
    SYSTEM
  }

  /** The agent's presence changed. */
  record PresenceChanged(
      UUID agentId, long sequence, Instant at, Presence presence, ChangedBy changedBy)
      implements AgentEvent {}

  /**
   * The agent's load or limit changed.
   *
   * @param used units taken, offers included
   * @param limit units the agent has
   */
  record CapacityChanged(UUID agentId, long sequence, Instant at, int used, int limit)
      implements AgentEvent {}
}
