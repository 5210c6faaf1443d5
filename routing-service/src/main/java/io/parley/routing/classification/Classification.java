package io.parley.routing.classification;

import io.parley.events.ConversationEvent.Priority;
import java.util.List;

/**
 * What kind of work a conversation is.
 *
 * @param priority for the place in the queue
 * @param rulesets names of the rulesets that were evaluated, in order
 */
public record Classification(Priority priority, List<String> rulesets) {

  /**
   * What the reference gives when a workstream has no rulesets, which is the only kind of
   * workstream there is so far: normal priority, and an event that says that nothing was evaluated
   * (domain/workstreams-and-routing.md §3.1).
   */
  public static final Classification WITHOUT_RULESETS =
      new Classification(Priority.NORMAL, List.of());

  public Classification {
    rulesets = List.copyOf(rulesets);
  }
}
