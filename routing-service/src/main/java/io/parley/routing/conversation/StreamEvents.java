package io.parley.routing.conversation;

import io.parley.events.ConversationEvent;
import io.parley.events.ConversationState;
import io.parley.events.StateReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a move means on the desks of the agents it concerns (domain/pages.md §3.2). Pure. */
final class StreamEvents {

  /**
   * One event of an agent's stream.
   *
   * @param agentId whose desk
   * @param type as on the stream
   * @param data its payload
   */
  record ToAgent(UUID agentId, String type, Object data) {}

  /** An offer as it appears on the stream. */
  record OfferOnStream(
      UUID offerId, UUID conversationId, long conversationVersion, @Nullable Instant expiresAt) {}

  /** A conversation as it appears on the stream. */
  record ConversationOnStream(
      UUID conversationId,
      long version,
      ConversationState state,
      StateReason reason,
      @Nullable UUID agentId) {}

  /** A message as it appears on the stream; the thread has its content. */
  record MessageOnStream(
      UUID conversationId, UUID messageId, long position, ConversationEvent.Author author) {}

  private StreamEvents() {}

  static List<ToAgent> of(Step<? extends Conversation> step, @Nullable UUID formerAgent) {
    Conversation after = step.after();
    UUID agent = after.agent().orElse(null);
    List<ToAgent> result = new ArrayList<>();
    for (ConversationEvent event : step.events()) {
      switch (event) {
        case ConversationEvent.OfferMade e ->
            result.add(offer("offer.made", e.agentId(), e.offerId(), after, e.expiresAt()));
        case ConversationEvent.OfferAccepted e ->
            result.add(offer("offer.accepted", e.agentId(), e.offerId(), after, null));
        case ConversationEvent.OfferDeclined e ->
            result.add(offer("offer.declined", e.agentId(), e.offerId(), after, null));
        case ConversationEvent.OfferExpired e ->
            result.add(offer("offer.expired", e.agentId(), e.offerId(), after, null));
        case ConversationEvent.OfferWithdrawn e ->
            result.add(offer("offer.withdrawn", e.agentId(), e.offerId(), after, null));
        case ConversationEvent.StateChanged e -> {
          ConversationOnStream changed =
              new ConversationOnStream(
                  e.conversationId(), e.version(), e.to(), e.reason(), e.agentId());
          if (agent != null) {
            result.add(new ToAgent(agent, "conversation.changed", changed));
          }
          if (formerAgent != null && !formerAgent.equals(agent)) {
            result.add(new ToAgent(formerAgent, "conversation.changed", changed));
          }
        }
        case ConversationEvent.MessageAppended e -> {
          UUID reader = agent != null ? agent : formerAgent;
          if (reader != null) {
            result.add(
                new ToAgent(
                    reader,
                    "message.added",
                    new MessageOnStream(
                        e.conversationId(), e.messageId(), e.position(), e.author())));
          }
        }
        case ConversationEvent.Opened e -> {}
        case ConversationEvent.Classified e -> {}
        case ConversationEvent.Queued e -> {}
        case ConversationEvent.SessionOpened e -> {}
        case ConversationEvent.SessionClosed e -> {}
      }
    }
    return result;
  }

  private static ToAgent offer(
      String type, UUID agentId, UUID offerId, Conversation after, @Nullable Instant expiresAt) {
    return new ToAgent(
        agentId,
        type,
        new OfferOnStream(offerId, after.identity().id(), after.progress().version(), expiresAt));
  }
}
