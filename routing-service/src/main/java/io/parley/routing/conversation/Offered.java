package io.parley.routing.conversation;

import io.parley.events.ClosureReason;
import io.parley.events.ConversationEvent;
import io.parley.events.ConversationEvent.Author;
import io.parley.events.ConversationState;
import io.parley.events.StateReason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An agent has been asked and has not answered yet. The reference calls it active, awaiting
 * acceptance.
 *
 * @param segmentId the stay in the queue, which ends only with acceptance
 * @param waitingSince its age, kept in case it goes back
 * @param offer what was offered to whom
 * @param units reserved of the agent's capacity
 */
public record Offered(
    Identity identity,
    Progress progress,
    UUID segmentId,
    Instant waitingSince,
    Offer offer,
    int units)
    implements Conversation.Ongoing, Conversation.Closable {

  @Override
  public ConversationState state() {
    return ConversationState.ACTIVE;
  }

  @Override
  public StateReason reason() {
    return StateReason.AWAITING_AGENT_ACCEPTANCE;
  }

  @Override
  public Optional<UUID> agent() {
    return Optional.of(offer.agentId());
  }

  @Override
  public Optional<Holding> holding() {
    return Optional.of(new Holding(offer.agentId(), units));
  }

  @Override
  public Step<Offered> customerWrote(CustomerMessage message, Instant at, Conversation.NewIds ids) {
    Log log = new Log(identity, progress.withCustomerMessage(message), at);
    log.appended(message.id(), Author.CUSTOMER, null);
    return log.step(p -> new Offered(identity, p, segmentId, waitingSince, offer, units));
  }

  /** T2, second half: the agent takes it. */
  public Step<InConversation> accept(Instant at) {
    Log log = new Log(identity, progress.moved(at), at);
    log.add(
        s ->
            new ConversationEvent.OfferAccepted(
                identity.id(), s, at, offer.id(), offer.sessionId(), offer.agentId()));
    log.moved(state(), ConversationState.ACTIVE, StateReason.IN_CONVERSATION, offer.agentId());
    return log.step(
        p -> new InConversation(identity, p, offer.agentId(), offer.sessionId(), units));
  }

  /** T3: the agent declines. It goes back to its place in the queue. */
  public Step<Open> decline(Instant at) {
    return back(
        at,
        ClosureReason.AGENT_REJECT,
        s ->
            new ConversationEvent.OfferDeclined(
                identity.id(), s, at, offer.id(), offer.sessionId(), offer.agentId()));
  }

  /** T3: the agent did not answer in time. */
  public Step<Open> expire(Instant at) {
    return back(
        at,
        ClosureReason.AGENT_TIMEOUT,
        s ->
            new ConversationEvent.OfferExpired(
                identity.id(), s, at, offer.id(), offer.sessionId(), offer.agentId()));
  }

  /** T12: the agent's client was lost while the offer was open. */
  public Step<Open> withdraw(Instant at) {
    return back(at, ClosureReason.AGENT_DISCONNECTED, withdrawn(at));
  }

  private Log.Entry withdrawn(Instant at) {
    return s ->
        new ConversationEvent.OfferWithdrawn(
            identity.id(), s, at, offer.id(), offer.sessionId(), offer.agentId());
  }

  private Step<Open> back(Instant at, ClosureReason closure, Log.Entry outcome) {
    Log log = new Log(identity, progress.moved(at), at);
    log.add(outcome);
    log.sessionClosed(offer.sessionId(), offer.agentId(), closure);
    log.moved(state(), ConversationState.OPEN, StateReason.AWAITING_AGENT_ASSIGNMENT, null);
    return log.step(p -> new Open(identity, p, segmentId, waitingSince));
  }

  @Override
  public Step<Closed> autoClose(Instant at) {
    Log log = new Log(identity, progress.moved(at), at);
    log.add(withdrawn(at));
    log.sessionClosed(offer.sessionId(), offer.agentId(), ClosureReason.AUTO_CLOSE);
    log.moved(
        state(), ConversationState.CLOSED, StateReason.AUTO_CLOSED_BY_SYSTEM, offer.agentId());
    return log.step(
        p -> new Closed(identity, p, StateReason.AUTO_CLOSED_BY_SYSTEM, offer.agentId()));
  }
}
