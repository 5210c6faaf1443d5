package io.parley.routing.conversation;

import io.parley.events.ConversationEvent;
import io.parley.events.ConversationEvent.Author;
import io.parley.events.ConversationState;
import io.parley.events.StateReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Nobody handles it; it waits in its queue.
 *
 * @param segmentId this stay in the queue
 * @param waitingSince the age by which its place is judged
 */
public record Open(Identity identity, Progress progress, UUID segmentId, Instant waitingSince)
    implements Conversation.Ongoing, Conversation.Closable {

  @Override
  public ConversationState state() {
    return ConversationState.OPEN;
  }

  @Override
  public StateReason reason() {
    return StateReason.AWAITING_AGENT_ASSIGNMENT;
  }

  @Override
  public Step<Open> customerWrote(CustomerMessage message, Instant at, Conversation.NewIds ids) {
    Progress next = progress.withCustomerMessage(message);
    Log log = new Log(identity, next, at);
    log.appended(message.id(), Author.CUSTOMER, null);
    return log.step(p -> new Open(identity, p, segmentId, waitingSince));
  }

  /**
   * T2: it is offered to an agent, whose capacity the caller has reserved.
   *
   * @param candidates how many agents could have been chosen
   */
  public Step<Offered> offer(Offer offer, int units, int candidates, Instant at) {
    Log log = new Log(identity, progress.moved(at), at);
    log.add(
        s ->
            new ConversationEvent.SessionOpened(
                identity.id(), s, at, offer.sessionId(), offer.agentId()));
    log.add(
        s ->
            new ConversationEvent.OfferMade(
                identity.id(),
                s,
                at,
                offer.id(),
                offer.sessionId(),
                offer.agentId(),
                offer.expiresAt(),
                candidates,
                null));
    log.moved(
        state(), ConversationState.ACTIVE, StateReason.AWAITING_AGENT_ACCEPTANCE, offer.agentId());
    return log.step(p -> new Offered(identity, p, segmentId, waitingSince, offer, units));
  }

  /**
   * It waits on in another queue, in the place that its age gives it there: a new segment begins
   * (domain/conversations.md §1), the state goes on.
   */
  public Step<Open> requeueInto(UUID queueId, Instant at, Conversation.NewIds ids) {
    UUID newSegmentId = ids.next();
    Log log = new Log(identity, progress, at);
    log.add(
        s ->
            new ConversationEvent.Queued(
                identity.id(), s, at, queueId, newSegmentId, waitingSince, null));
    return log.step(p -> new Open(identity.inQueue(queueId), p, newSegmentId, waitingSince));
  }

  @Override
  public Step<Closed> autoClose(Instant at) {
    return Closed.from(this, StateReason.AUTO_CLOSED_BY_SYSTEM, null, at);
  }

  /**
   * T1: a customer's message that belongs to no ongoing conversation opens one, classified and
   * queued.
   *
   * @param rulesets names of the classification rulesets that were evaluated
   * @param configurationVersion the configuration that decided
   */
  public static Step<Open> begin(
      Identity identity,
      CustomerMessage message,
      List<String> rulesets,
      long configurationVersion,
      Instant at,
      Conversation.NewIds ids) {
    Instant receivedAt = message.receivedAt();
    UUID segmentId = ids.next();
    Log log =
        new Log(identity, new Progress(1, 0, 1, at, receivedAt, receivedAt, message.trace()), at);
    log.add(
        s ->
            new ConversationEvent.Opened(
                identity.id(),
                s,
                at,
                identity.channelAddressId(),
                identity.channel(),
                identity.customer(),
                identity.workstreamId(),
                configurationVersion));
    log.appended(message.id(), Author.CUSTOMER, null);
    log.add(
        s ->
            new ConversationEvent.Classified(
                identity.id(), s, at, identity.priority(), rulesets, configurationVersion));
    log.add(
        s ->
            new ConversationEvent.Queued(
                identity.id(), s, at, identity.queueId(), segmentId, receivedAt, null));
    log.moved(null, ConversationState.OPEN, StateReason.AWAITING_AGENT_ASSIGNMENT, null);
    return log.step(p -> new Open(identity, p, segmentId, receivedAt));
  }

  /** Back in the queue, in a place that is judged by the customer's last message. */
  static Step<Open> again(Conversation from, Log log, Conversation.NewIds ids) {
    Identity identity = from.identity();
    UUID segmentId = ids.next();
    Instant waitingSince = log.progress().lastCustomerMessageAt();
    log.add(
        s ->
            new ConversationEvent.Queued(
                identity.id(), s, log.at(), identity.queueId(), segmentId, waitingSince, null));
    log.moved(from.state(), ConversationState.OPEN, StateReason.AWAITING_AGENT_ASSIGNMENT, null);
    return log.step(p -> new Open(identity, p, segmentId, waitingSince));
  }
}
