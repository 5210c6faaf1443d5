package io.parley.routing.conversation;

import io.parley.events.ConversationState;
import io.parley.events.StateReason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A conversation in one of its states. Each state carries only what is true in it and offers only
 * the moves that are legal from it; the numbers T… are those of the transition table in
 * domain/conversations.md §3, for asynchronous channels. Immutable; moves are pure.
 */
public sealed interface Conversation permits Conversation.Ongoing, Conversation.Closable, Closed {

  /** What never changes. */
  Identity identity();

  /** What counts on. */
  Progress progress();

  /** The coarse state. */
  ConversationState state();

  /** Why it is in this state. */
  StateReason reason();

  /** The agent who has it or owns it, if any. */
  default Optional<UUID> agent() {
    return Optional.empty();
  }

  /** What it takes of an agent's capacity now. */
  default Optional<Holding> holding() {
    return Optional.empty();
  }

  /** A conversation into which a customer's message still belongs (domain/conversations.md §5). */
  sealed interface Ongoing extends Conversation permits Open, Offered, InConversation, Waiting {

    /** The customer wrote. */
    Step<? extends Ongoing> customerWrote(CustomerMessage message, Instant at, NewIds ids);
  }

  /** A conversation that a timer can close. */
  sealed interface Closable extends Conversation
      permits Open, Offered, InConversation, Waiting, WrapUp {

    /** Closes it because it stayed in its state for longer than is allowed (T5, T14, T18, T20). */
    Step<Closed> autoClose(Instant at);
  }

  /** Gives the identifiers that a move needs. */
  @FunctionalInterface
  interface NewIds {

    /** An identifier never given before. */
    UUID next();
  }
}
