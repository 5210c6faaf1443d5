package io.parley.routing.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a conversation of an asynchronous channel may stay in a state (domain/conversations.md
 * §4.1, §4.2). Pure.
 */
public final class AutoClose {

  private static final Duration OPEN = Duration.ofDays(30);
  private static final Duration ACTIVE = Duration.ofDays(30);
  private static final Duration WRAP_UP = Duration.ofDays(1);

  private AutoClose() {}

  /**
   * When a timer closes this conversation unless something happens before; empty for a closed one.
   * The clock of wrap-up starts when wrap-up did, the others with the last change or message.
   *
   * @param inactivity how long its workstream keeps a waiting conversation
   */
  public static Optional<Instant> closesAt(Conversation conversation, Duration inactivity) {
    Progress progress = conversation.progress();
    Instant lastChange =
        progress.stateSince().isAfter(progress.lastMessageAt())
            ? progress.stateSince()
            : progress.lastMessageAt();
    return switch (conversation.state()) {
      case OPEN -> Optional.of(lastChange.plus(OPEN));
      case ACTIVE -> Optional.of(lastChange.plus(ACTIVE));
      case WAITING -> Optional.of(lastChange.plus(inactivity));
      case WRAP_UP -> Optional.of(progress.stateSince().plus(WRAP_UP));
      case CLOSED -> Optional.empty();
    };
  }
}
