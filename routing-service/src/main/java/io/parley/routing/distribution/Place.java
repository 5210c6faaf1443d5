package io.parley.routing.distribution;

import io.parley.routing.conversation.Open;
import io.parley.routing.conversation.PriorityRank;
import java.time.Instant;
import java.util.UUID;

/**
 * A place in a queue. The higher priority comes first, then who has waited longer.
 *
 * @param rank the priority, negated, so that all parts rise
 * @param waitingSince the age
 * @param conversationId tells apart what has the same age
 */
record Place(short rank, Instant waitingSince, UUID conversationId) {

  /** Before everything. */
  static final Place FIRST = new Place(Short.MIN_VALUE, Instant.EPOCH, new UUID(0, 0));

  static Place of(Open open) {
    return new Place(
        (short) -PriorityRank.of(open.identity().priority()),
        open.waitingSince(),
        open.identity().id());
  }
}
