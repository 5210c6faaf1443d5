package io.parley.events;

/** The coarse state of a conversation (domain/conversations.md §2). */
public enum ConversationState {
  /** Nobody handles it; it waits for an agent. */
  OPEN,
  /** An agent has it, accepted or still offered. */
  ACTIVE,
  /** The agent set it aside; it continues when the customer writes or the agent re-opens it. */
  WAITING,
  /** The agent has ended it and completes notes. For the customer it is over. */
  WRAP_UP,
  /** Over. Never re-opened. */
  CLOSED
}
