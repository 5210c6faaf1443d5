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
}
