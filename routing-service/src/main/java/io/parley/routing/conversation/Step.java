package io.parley.routing.conversation;

import io.parley.events.ConversationEvent;
import java.util.List;

/**
 * One legal move, not yet committed.
 *
 * @param after the conversation afterwards
 * @param events what is to be told about it, in order
 */
public record Step<C extends Conversation>(C after, List<ConversationEvent> events) {

  public Step {
    events = List.copyOf(events);
  }

  /** The same move, whose decisions say which version of the configuration they were made by. */
  Step<C> decidedBy(long configurationVersion) {
    return new Step<>(
        after, events.stream().map(event -> stamped(event, configurationVersion)).toList());
  }

  private static ConversationEvent stamped(ConversationEvent event, long configurationVersion) {
    return switch (event) {
      case ConversationEvent.Queued queued -> queued.decidedBy(configurationVersion);
      case ConversationEvent.OfferMade made -> made.decidedBy(configurationVersion);
      case ConversationEvent.Opened e -> e;
      case ConversationEvent.Classified e -> e;
      case ConversationEvent.MessageAppended e -> e;
      case ConversationEvent.StateChanged e -> e;
      case ConversationEvent.OfferAccepted e -> e;
      case ConversationEvent.OfferDeclined e -> e;
      case ConversationEvent.OfferExpired e -> e;
      case ConversationEvent.OfferWithdrawn e -> e;
      case ConversationEvent.SessionOpened e -> e;
      case ConversationEvent.SessionClosed e -> e;
    };
  }
}
