package io.parley.routing.conversation;

import io.parley.events.ClosureReason;
import io.parley.events.ConversationEvent;
import io.parley.events.ConversationState;
import io.parley.events.StateReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the events of one move and numbers them. */
final class Log {

  /** Makes an event with the sequence that it gets. */
  @FunctionalInterface
  interface Entry {
    ConversationEvent at(long sequence);
  }

  private final Identity identity;
  private final Progress progress;
  private final Instant at;
  private final List<ConversationEvent> events = new ArrayList<>();

  Log(Identity identity, Progress progress, Instant at) {
    this.identity = identity;
    this.progress = progress;
    this.at = at;
  }

  Progress progress() {
    return progress;
  }

  Instant at() {
    return at;
  }

  void add(Entry entry) {
    events.add(entry.at(progress.eventSequence() + events.size() + 1));
  }

  void appended(UUID messageId, ConversationEvent.Author author, @Nullable UUID agentId) {
    add(
        s ->
            new ConversationEvent.MessageAppended(
                identity.id(), s, at, messageId, progress.messageCount(), author, agentId));
  }

  void sessionClosed(UUID sessionId, UUID agentId, ClosureReason reason) {
    add(s -> new ConversationEvent.SessionClosed(identity.id(), s, at, sessionId, agentId, reason));
  }

  void moved(
      @Nullable ConversationState from,
      ConversationState to,
      StateReason reason,
      @Nullable UUID agentId) {
    add(
        s ->
            new ConversationEvent.StateChanged(
                identity.id(), s, at, progress.version(), from, to, reason, agentId));
  }

  <C extends Conversation> Step<C> step(Function<Progress, C> after) {
    return new Step<>(after.apply(progress.withEvents(events.size())), events);
  }
}
