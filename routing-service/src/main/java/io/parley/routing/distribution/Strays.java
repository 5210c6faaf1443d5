package io.parley.routing.distribution;

import io.parley.events.configuration.Workstream;
import io.parley.platform.time.Identifiers;
import io.parley.routing.conversation.ConversationRows;
import io.parley.routing.conversation.Conversations.Change;
import io.parley.routing.conversation.Open;
import io.parley.routing.conversation.PresentQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Moves conversations whose queue is no longer configured to the present fallback queue of their
 * workstream, if there is one, so that somebody is asked to take them.
 */
@ApplicationScoped
class Strays {

  /** How many are moved in one transaction. */
  static final int BATCH = 100;

  /**
   * A queue that another instance has read of a moment earlier than this one is not gone. A change
   * reaches every instance within a second.
   */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final String FIND =
      "select "
          + ConversationRows.COLUMNS
          + " from conversation where state = 'OPEN' and queue_id = $1 and workstream_id = any($2) and state_since <= $3"
          + " order by -priority, waiting_since, id limit $4 for update skip locked";

  private final Identifiers identifiers;

  Strays(Identifiers identifiers) {
    this.identifiers = identifiers;
  }

  /**
   * Moves some of those that wait in a queue that is gone.
   *
   * @return where each of them waits now
   */
  List<UUID> move(Change change, UUID goneQueueId) {
    UUID[] workstreams =
        change.configuration().all(Workstream.class).stream()
            .filter(w -> change.configuration().queue(w.fallbackQueueId()).isPresent())
            .map(Workstream::id)
            .toArray(UUID[]::new);
    return change
        .reading()
        .select(
            FIND,
            goneQueueId,
            workstreams,
            change.now().minus(GRACE).atOffset(ZoneOffset.UTC),
            BATCH)
        .stream()
        .map(Open.class::cast)
        .map(open -> move(change, open))
        .toList();
  }

  private UUID move(Change change, Open open) {
    UUID queueId = PresentQueue.of(change.configuration(), open.identity());
    change.moved(open, open.requeueInto(queueId, change.now(), identifiers::next));
    return queueId;
  }
}
