package io.parley.routing.attachment;

import io.parley.platform.database.Transaction;
import io.parley.platform.file.StoredFile;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of the files that agents uploaded. A file is announced before it is stored, so that
 * one whose upload broke off is found and removed.
 */
@ApplicationScoped
public class Uploads {

  private final Conversations conversations;
  private final AttachmentConfiguration configuration;

  Uploads(Conversations conversations, AttachmentConfiguration configuration) {
    this.conversations = conversations;
    this.configuration = configuration;
  }

  /**
   * Announces a file.
   *
   * @return until when it can be sent
   */
  public Instant announce(Change change, UUID id, UUID conversationId, UUID agentId) {
    Instant expiresAt = change.now().plus(configuration.unusedFor());
    change
        .transaction()
        .update(
            "insert into attachment (id, conversation_id, agent_id, uploaded_at, expires_at)"
                + " values ($1, $2, $3, $4, $5)",
            id,
            conversationId,
            agentId,
            change.now().atOffset(ZoneOffset.UTC),
            expiresAt.atOffset(ZoneOffset.UTC));
    return expiresAt;
  }

  /** It is stored and can be sent. */
  public void stored(StoredFile file) {
    conversations.change(
        change ->
            change
                .transaction()
                .update(
                    "update attachment set file_name = $2, content_type = $3, size = $4 where id ="
                        + " $1",
                    file.id(),
                    file.fileName(),
                    file.contentType(),
                    file.size()));
  }

  /** Forgets a file that is not in the store. */
  public void forget(UUID id) {
    conversations.change(
        change ->
            change
                .transaction()
                .update("delete from attachment where id = $1 and message_id is null", id));
  }

  /** Those of these that are stored, locked. */
  public Map<UUID, Upload> lock(Transaction transaction, Collection<UUID> ids) {
    Map<UUID, Upload> found = new HashMap<>();
    transaction
        .query(
            "select "
                + Upload.COLUMNS
                + " from attachment where id = any($1) and size is not null order by id for update",
            Upload::read,
            (Object) ids.toArray(UUID[]::new))
        .forEach(upload -> found.put(upload.file().fileId(), upload));
    return found;
  }

  /** They belong to this message from now on. */
  public void use(Transaction transaction, Collection<UUID> ids, UUID messageId) {
    transaction.update(
        "update attachment set message_id = $2 where id = any($1)",
        ids.toArray(UUID[]::new),
        messageId);
  }

  /** One that is stored. */
  public Optional<Upload> find(Transaction transaction, UUID id) {
    return transaction.first(
        "select " + Upload.COLUMNS + " from attachment where id = $1 and size is not null",
        Upload::read,
        id);
  }
}
