package io.parley.events;

/** Why a session ended (domain/conversations.md §2.2); the reference's offset is given for each. */
public enum ClosureReason {
  /** Offset 1: the agent declined the offer. */
  AGENT_REJECT,
  /** Offset 2: the offer was not answered in time. */
  AGENT_TIMEOUT,
  /** Offset 4: the agent closed the session without ending the conversation. */
  AGENT_CLOSED,
  /** Offset 5: the conversation was closed. */
  CONVERSATION_CLOSED,
  /** Offset 7: the agent's client was lost and did not come back in time. */
  AGENT_DISCONNECTED,
  /** Offset 18: closed by a timer. */
  AUTO_CLOSE,
  /** Offset 21: the agent ended the conversation. */
  AGENT_END_CONVERSATION
}
