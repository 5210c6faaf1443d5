package io.parley.routing.conversation;

import io.parley.events.ClosureReason;
import io.parley.events.ConversationState;
import io.parley.events.StateReason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The agent has ended it and completes notes. A new message of the customer opens another
 * conversation.
 *
 * @param agentId the agent
 * @param sessionId the session that is still open
 * @param units still taken of the agent's capacity
 */
public record WrapUp(Identity identity, Progress progress, UUID agentId, UUID sessionId, int units)
    implements Conversation.Closable {

  @Override
  public ConversationState state() {
    return ConversationState.WRAP_UP;
  }

  @Override
  public StateReason reason() {
    return StateReason.AGENT_MOVED_TO_WRAP_UP;
  }

  @Override
  public Optional<UUID> agent() {
    return Optional.of(agentId);
  }

  @Override
  public Optional<Holding> holding() {
    return Optional.of(new Holding(agentId, units));
  }

  /** T19: the agent closes it. */
  public Step<Closed> close(Instant at) {
    return over(ClosureReason.AGENT_END_CONVERSATION, StateReason.CONVERSATION_ENDED_BY_AGENT, at);
  }

  /** T20. */
  @Override
  public Step<Closed> autoClose(Instant at) {
    return over(ClosureReason.AUTO_CLOSE, StateReason.AUTO_CLOSED_BY_SYSTEM, at);
  }

  private Step<Closed> over(ClosureReason closure, StateReason reason, Instant at) {
    Log log = new Log(identity, progress.moved(at), at);
    log.sessionClosed(sessionId, agentId, closure);
    log.moved(state(), ConversationState.CLOSED, reason, agentId);
    return log.step(p -> new Closed(identity, p, reason, agentId));
  }
}
