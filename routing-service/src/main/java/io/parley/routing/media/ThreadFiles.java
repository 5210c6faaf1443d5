package io.parley.routing.media;

import io.parley.platform.database.Transaction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where the files of customers stand, as outbound said last. */
public final class ThreadFiles {

  private ThreadFiles() {}

  /**
   * A file in its conversation.
   *
   * @param conversationId the thread that shows it
   */
  public record Placed(UUID conversationId, MediaView media) {}

  /** Those of these that are known. */
  public static Map<UUID, MediaView> of(Transaction transaction, Collection<UUID> ids) {
    Map<UUID, MediaView> found = new HashMap<>();
    if (!ids.isEmpty()) {
      transaction
          .query(
              "select " + MediaView.COLUMNS + " from media where id = any($1)",
              MediaView::read,
              (Object) ids.toArray(UUID[]::new))
          .forEach(media -> found.put(media.id(), media));
    }
    return found;
  }

  /** One whose message has come. */
  public static Optional<Placed> find(Transaction transaction, UUID id) {
    return transaction.first(
        "select "
            + MediaView.COLUMNS
            + ", conversation_id from media where id = $1 and conversation_id is not null",
        row -> new Placed(row.getUUID("conversation_id"), MediaView.read(row)),
        id);
  }

  /** Keeps who asked for it last. */
  public static void requested(Transaction transaction, UUID id, UUID userId, Instant at) {
    transaction.update(
        "update media set requested_by = $2, requested_at = $3 where id = $1",
        id,
        userId,
        at.atOffset(ZoneOffset.UTC));
  }
}
