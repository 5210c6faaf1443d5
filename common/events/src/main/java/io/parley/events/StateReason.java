package io.parley.events;

/** Why a conversation is in its state (domain/conversations.md §2.1). */
public enum StateReason {
  /** Open: no agent yet, or none any more. */
  AWAITING_AGENT_ASSIGNMENT,
  /** Active: offered, not yet accepted. */
  AWAITING_AGENT_ACCEPTANCE,
  /** Active: accepted. */
  IN_CONVERSATION,
  /** Waiting: the agent set it aside. */
  AWAITING_CUSTOMER_RESPONSE,
  /** Wrap-up: the agent ended it. */
  AGENT_MOVED_TO_WRAP_UP,
  /** Closed: the agent ended and closed it. */
  CONVERSATION_ENDED_BY_AGENT,
  /** Closed: nobody wrote for longer than the workstream allows. */
  AUTO_CLOSED_FROM_WAITING_STATE,
  /** Closed: longer in its state than the channel allows. */
  AUTO_CLOSED_BY_SYSTEM
}
