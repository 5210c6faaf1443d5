package io.parley.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a conversation. Every committed change appears, in order, with a {@code
 * sequence} that counts the events of one conversation from 1 without gaps; a repetition carries
 * the same event id and sequence.
 */
public sealed interface ConversationEvent extends EventData {

  /** The conversation. */
  UUID conversationId();

  /** Position among the events of this conversation, from 1. */
  long sequence();

  /** When it was committed. */
  Instant at();

  /** Who wrote a message. */
  enum Author {
    CUSTOMER,
    AGENT
  }

  /** Priority that classification gave (domain/conversations.md §8). */
  enum Priority {
    LOW,
    NORMAL,
    HIGH
  }

  /**
   * A customer's message started a new conversation.
   *
   * @param configurationVersion the configuration that decided
   */
  record Opened(
      UUID conversationId,
      long sequence,
      Instant at,
      UUID channelAddressId,
      Channel channel,
      CustomerAddress customer,
      UUID workstreamId,
      long configurationVersion)
      implements ConversationEvent {}

  /**
   * A message was added to the thread. Its content is elsewhere: an agent's under the same message
   * id on {@code parley.replies}, a customer's on {@code parley.messages.received}.
   *
   * @param messageId id of the message; for a customer's the UUID of version 3 of the id of the
   *     event that brought it
   * @param position place in the thread, from 1
   * @param agentId who wrote it, when the author is an agent
   */
  record MessageAppended(
      UUID conversationId,
      long sequence,
      Instant at,
      UUID messageId,
      long position,
      Author author,
      @Nullable UUID agentId)
      implements ConversationEvent {}

  /**
   * Work classification ran.
   *
   * @param rulesets names of the rulesets that were evaluated, in order; empty when the workstream
   *     has none
   */
  record Classified(
      UUID conversationId,
      long sequence,
      Instant at,
      Priority priority,
      List<String> rulesets,
      long configurationVersion)
      implements ConversationEvent {

    public Classified {
      rulesets = List.copyOf(rulesets);
    }
  }

  /**
   * The conversation entered a queue or came back to it.
   *
   * @param segmentId this stay in the queue
   * @param waitingSince the age by which its place in the queue is judged
   * @param configurationVersion the configuration that decided
   */
  record Queued(
      UUID conversationId,
      long sequence,
      Instant at,
      UUID queueId,
      UUID segmentId,
      Instant waitingSince,
      @Nullable Long configurationVersion)
      implements ConversationEvent {

    /** The same event, decided by this configuration. */
    public Queued decidedBy(long version) {
      return new Queued(conversationId, sequence, at, queueId, segmentId, waitingSince, version);
    }
  }

  /**
   * The state or the agent changed.
   *
   * @param version counts the changes of state and agent from 1; commands of agents name it
   * @param agentId who has the conversation now
   */
  record StateChanged(
      UUID conversationId,
      long sequence,
      Instant at,
      long version,
      @Nullable ConversationState from,
      ConversationState to,
      StateReason reason,
      @Nullable UUID agentId)
      implements ConversationEvent {}

  /**
   * The conversation was offered to an agent, whose capacity is reserved from now on.
   *
   * @param candidates how many agents could have been chosen
   * @param configurationVersion the configuration that decided
   */
  record OfferMade(
      UUID conversationId,
      long sequence,
      Instant at,
      UUID offerId,
      UUID sessionId,
      UUID agentId,
      Instant expiresAt,
      int candidates,
      @Nullable Long configurationVersion)
      implements ConversationEvent {

    /** The same event, decided by this configuration. */
    public OfferMade decidedBy(long version) {
      return new OfferMade(
          conversationId,
          sequence,
          at,
          offerId,
          sessionId,
          agentId,
          expiresAt,
          candidates,
          version);
    }
  }

  /** The agent accepted the offer. */
  record OfferAccepted(
      UUID conversationId, long sequence, Instant at, UUID offerId, UUID sessionId, UUID agentId)
      implements ConversationEvent {}

  /** The agent declined the offer. */
  record OfferDeclined(
      UUID conversationId, long sequence, Instant at, UUID offerId, UUID sessionId, UUID agentId)
      implements ConversationEvent {}

  /** The offer was not answered in time. */
  record OfferExpired(
      UUID conversationId, long sequence, Instant at, UUID offerId, UUID sessionId, UUID agentId)
      implements ConversationEvent {}

  /** The offer was taken back: the agent's client was lost, or the conversation was closed. */
  record OfferWithdrawn(
      UUID conversationId, long sequence, Instant at, UUID offerId, UUID sessionId, UUID agentId)
      implements ConversationEvent {}

  /**
   * A stretch of handling by one agent began: with an offer, or because the agent re-opened a
   * waiting conversation (domain/conversations.md §1).
   */
  record SessionOpened(UUID conversationId, long sequence, Instant at, UUID sessionId, UUID agentId)
      implements ConversationEvent {}

  /** A session of the conversation ended. */
  record SessionClosed(
      UUID conversationId,
      long sequence,
      Instant at,
      UUID sessionId,
      UUID agentId,
      ClosureReason reason)
      implements ConversationEvent {}
}
