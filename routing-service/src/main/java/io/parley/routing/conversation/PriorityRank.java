package io.parley.routing.conversation;

import io.parley.events.ConversationEvent.Priority;
import java.util.Arrays;

/**
 * The number by which a priority is stored and ordered. It is spelled out so that the order of the
 * constants in the contract can change and others can come between. Pure.
 */
public final class PriorityRank {

  private PriorityRank() {}

  /** The rank; the higher goes first. */
  public static short of(Priority priority) {
    return switch (priority) {
      case LOW -> 100;
      case NORMAL -> 200;
      case HIGH -> 300;
    };
  }

  /**
   * The priority that has this rank.
   *
   * @throws IllegalArgumentException if none has
   */
  public static Priority priority(short rank) {
    return Arrays.stream(Priority.values())
        .filter(priority -> of(priority) == rank)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no priority has rank " + rank));
  }
}
