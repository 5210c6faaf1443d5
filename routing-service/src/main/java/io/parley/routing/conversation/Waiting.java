package io.parley.routing.conversation;

import io.parley.events.ConversationEvent;
import io.parley.events.ConversationEvent.Author;
import io.parley.events.ConversationState;
import io.parley.events.StateReason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The agent set it aside; it takes no capacity.
 *
 * @param agentId who may re-open it
 */
public record Waiting(Identity identity, Progress progress, UUID agentId)
    implements Conversation.Ongoing, Conversation.Closable {

  @Override
  public ConversationState state() {
    return ConversationState.WAITING;
  }

  @Override
  public StateReason reason() {
    return StateReason.AWAITING_CUSTOMER_RESPONSE;
  }

  @Override
  public Optional<UUID> agent() {
    return Optional.of(agentId);
  }

  /** The same, to return to another queue because its own is gone. */
  public Waiting returningTo(UUID queueId) {
    return new Waiting(identity.inQueue(queueId), progress, agentId);
  }

  /** T16: the customer writes again and waits behind those who have been waiting longer. */
  @Override
  public Step<Open> customerWrote(CustomerMessage message, Instant at, Conversation.NewIds ids) {
    Log log = new Log(identity, progress.withCustomerMessage(message).moved(at), at);
    log.appended(message.id(), Author.CUSTOMER, null);
    return Open.again(this, log, ids);
  }

  /** T17: the agent goes on with it. */
  public Step<InConversation> reopen(UUID sessionId, int units, Instant at) {
    Log log = new Log(identity, progress.moved(at), at);
    log.add(s -> new ConversationEvent.SessionOpened(identity.id(), s, at, sessionId, agentId));
    log.moved(state(), ConversationState.ACTIVE, StateReason.IN_CONVERSATION, agentId);
    return log.step(p -> new InConversation(identity, p, agentId, sessionId, units));
  }

  /** T18. */
  @Override
  public Step<Closed> autoClose(Instant at) {
    return Closed.from(this, StateReason.AUTO_CLOSED_FROM_WAITING_STATE, agentId, at);
  }
}
