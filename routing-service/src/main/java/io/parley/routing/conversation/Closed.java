package io.parley.routing.conversation;

import io.parley.events.ConversationState;
import io.parley.events.StateReason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Over. There is no way back.
 *
 * @param reason why it ended
 * @param lastAgent who had it, if anybody
 */
public record Closed(
    Identity identity, Progress progress, StateReason reason, @Nullable UUID lastAgent)
    implements Conversation {

  @Override
  public ConversationState state() {
    return ConversationState.CLOSED;
  }

  @Override
  public Optional<UUID> agent() {
    return Optional.ofNullable(lastAgent);
  }

  /** The end of a conversation in which no session is open. */
  static Step<Closed> from(
      Conversation before, StateReason reason, @Nullable UUID lastAgent, Instant at) {
    Log log = new Log(before.identity(), before.progress().moved(at), at);
    log.moved(before.state(), ConversationState.CLOSED, reason, lastAgent);
    return log.step(p -> new Closed(before.identity(), p, reason, lastAgent));
  }
}
