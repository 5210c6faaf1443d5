package io.parley.simulator.telesign;

import java.time.Instant;

/** An accepted message with its present state. */
record Message(
    String referenceId,
    String accountId,
    Draft draft,
    Instant submitted,
    int code,
    Instant updated) {

  static Message accepted(String referenceId, Account account, Draft draft, Instant now) {
    return new Message(referenceId, account.id(), draft, now, MessageStatus.IN_PROGRESS, now);
  }

  /** The message in its new state; a final state stays. */
  Message moved(int newCode, Instant now) {
    return MessageStatus.isUnderway(code)
        ? new Message(referenceId, accountId, draft, submitted, newCode, now)
        : this;
  }
}
