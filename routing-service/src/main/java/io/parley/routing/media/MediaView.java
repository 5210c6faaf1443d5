package io.parley.routing.media;

import io.parley.events.Attachment;
import io.parley.events.MediaUpdated.State;
import io.vertx.mutiny.sqlclient.Row;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a message as an agent sees it.
 *
 * @param id for {@code GET /api/v1/media/{id}}; absent for a public URL that an agent sent
 * @param url only for a public URL that an agent sent; those of customers need credentials and die
 * @param contentType what its content is; as its sender states it until it is stored
 * @param fileName its name, once it is stored
 * @param size bytes, once it is stored
 * @param state where it stands; absent for a public URL
 * @param reason why it is not there
 * @param nextAttemptAt when it is fetched again, while it waits for that
 */
public record MediaView(
    @Nullable UUID id,
    @Nullable URI url,
    @Nullable String contentType,
    @Nullable String fileName,
    @Nullable Long size,
    @Nullable State state,
    @Nullable String reason,
    @Nullable Instant nextAttemptAt) {

  private static final String NEVER_FETCHED =
      "It came before files of customers were fetched, so it cannot be shown.";

  static final String COLUMNS = "id, content_type, file_name, size, state, reason, next_attempt_at";

  static MediaView read(Row row) {
    return new MediaView(
        row.getUUID("id"),
        null,
        row.getString("content_type"),
        row.getString("file_name"),
        row.getLong("size"),
        State.valueOf(row.getString("state")),
        row.getString("reason"),
        Optional.ofNullable(row.getOffsetDateTime("next_attempt_at"))
            .map(OffsetDateTime::toInstant)
            .orElse(null));
  }

  /**
   * A customer's, of which nothing is kept: its message came before files were fetched. Any later
   * message is stored together with what is known of its files.
   */
  public static MediaView neverFetched(UUID id, @Nullable String statedType) {
    return new MediaView(id, null, statedType, null, null, State.UNAVAILABLE, NEVER_FETCHED, null);
  }

  /** An agent's, from the file store. */
  public static MediaView of(Attachment attachment) {
    return new MediaView(
        attachment.fileId(),
        null,
        attachment.contentType(),
        attachment.fileName(),
        attachment.size(),
        State.STORED,
        null,
        null);
  }

  /** An agent's, by public URL. */
  public static MediaView link(URI url) {
    return new MediaView(null, url, null, null, null, null, null, null);
  }
}
