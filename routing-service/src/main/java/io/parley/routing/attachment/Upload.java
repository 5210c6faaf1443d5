package io.parley.routing.attachment;

import io.parley.events.Attachment;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that an agent uploaded.
 *
 * @param conversationId the conversation it was uploaded to
 * @param agentId who uploaded it
 * @param file the file
 * @param expiresAt until when it can be sent
 * @param messageId the message that has it
 */
public record Upload(
    UUID conversationId,
    UUID agentId,
    Attachment file,
    Instant expiresAt,
    @Nullable UUID messageId) {

  static final String COLUMNS =
      "id, conversation_id, agent_id, file_name, content_type, size, expires_at, message_id";

  static Upload read(Row row) {
    return new Upload(
        row.getUUID("conversation_id"),
        row.getUUID("agent_id"),
        new Attachment(
            row.getUUID("id"),
            row.getString("file_name"),
            row.getString("content_type"),
            row.getLong("size")),
        Objects.requireNonNull(row.getOffsetDateTime("expires_at"), "expires_at").toInstant(),
        row.getUUID("message_id"));
  }

  /** The message that has it, if any. */
  public Optional<UUID> message() {
    return Optional.ofNullable(messageId);
  }
}
