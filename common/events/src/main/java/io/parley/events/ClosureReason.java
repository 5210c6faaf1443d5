package io.parley.events;

/** Why a session ended (domain/conversations.md §2.2). */
public enum ClosureReason {
  /** The agent declined the offer. */
  AGENT_REJECT,
  /** The offer was not answered in time. */
  AGENT_TIMEOUT,
  /** The agent closed the session without ending the conversation. */
  AGENT_CLOSED,
  /** The conversation was closed. */
  CONVERSATION_CLOSED,
  /** The agent's client was lost and did not come back in time. */
  AGENT_DISCONNECTED,
  /** Closed by a timer. */
  AUTO_CLOSE,
  /** The agent ended the conversation. */
  AGENT_END_CONVERSATION
}
