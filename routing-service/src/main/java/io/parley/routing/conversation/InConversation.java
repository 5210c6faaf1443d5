package io.parley.routing.conversation;

import io.parley.events.ClosureReason;
import io.parley.events.ConversationEvent.Author;
import io.parley.events.ConversationState;
import io.parley.events.StateReason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An agent has accepted it.
 *
 * @param agentId the agent
 * @param sessionId this stretch of handling
 * @param units taken of the agent's capacity
 */
public record InConversation(
    Identity identity, Progress progress, UUID agentId, UUID sessionId, int units)
    implements Conversation.Ongoing, Conversation.Closable {

  @Override
  public ConversationState state() {
    return ConversationState.ACTIVE;
  }

  @Override
  public StateReason reason() {
    return StateReason.IN_CONVERSATION;
  }

  @Override
  public Optional<UUID> agent() {
    return Optional.of(agentId);
  }

  @Override
  public Optional<Holding> holding() {
    return Optional.of(new Holding(agentId, units));
  }

  @Override
  public Step<InConversation> customerWrote(
      CustomerMessage message, Instant at, Conversation.NewIds ids) {
    Log log = new Log(identity, progress.withCustomerMessage(message), at);
    log.appended(message.id(), Author.CUSTOMER, null);
    return log.step(p -> new InConversation(identity, p, agentId, sessionId, units));
  }

  /** The agent answers. */
  public Step<InConversation> reply(UUID messageId, Instant at) {
    Log log = new Log(identity, progress.withReply(at), at);
    log.appended(messageId, Author.AGENT, agentId);
    return log.step(p -> new InConversation(identity, p, agentId, sessionId, units));
  }

  /**
   * T8: the agent ends it. Capacity stays taken until it is closed ("always block", the default).
   */
  public Step<WrapUp> end(Instant at) {
    Log log = new Log(identity, progress.moved(at), at);
    log.moved(state(), ConversationState.WRAP_UP, StateReason.AGENT_MOVED_TO_WRAP_UP, agentId);
    return log.step(p -> new WrapUp(identity, p, agentId, sessionId, units));
  }

  /** T10: the agent closes the session without ending the conversation. */
  public Step<Waiting> setAside(Instant at) {
    Log log = new Log(identity, progress.moved(at), at);
    log.sessionClosed(sessionId, agentId, ClosureReason.AGENT_CLOSED);
    log.moved(state(), ConversationState.WAITING, StateReason.AWAITING_CUSTOMER_RESPONSE, agentId);
    return log.step(p -> new Waiting(identity, p, agentId));
  }

  /** The same, to return to another queue because its own is gone. */
  public InConversation returningTo(UUID queueId) {
    return new InConversation(identity.inQueue(queueId), progress, agentId, sessionId, units);
  }

  /** T12: the agent's client was lost and did not come back in time. */
  public Step<Open> loseAgent(Instant at, Conversation.NewIds ids) {
    Log log = new Log(identity, progress.moved(at), at);
    log.sessionClosed(sessionId, agentId, ClosureReason.AGENT_DISCONNECTED);
    return Open.again(this, log, ids);
  }

  @Override
  public Step<Closed> autoClose(Instant at) {
    Log log = new Log(identity, progress.moved(at), at);
    log.sessionClosed(sessionId, agentId, ClosureReason.AUTO_CLOSE);
    log.moved(state(), ConversationState.CLOSED, StateReason.AUTO_CLOSED_BY_SYSTEM, agentId);
    return log.step(p -> new Closed(identity, p, StateReason.AUTO_CLOSED_BY_SYSTEM, agentId));
  }
}
