package io.parley.routing.attachment;

import io.parley.platform.file.FileStore;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Removes files that were uploaded and not sent in time, and what is left of broken uploads. */
@ApplicationScoped
public class UnusedUploads {

  private static final Logger LOG = Logger.getLogger(UnusedUploads.class);
  private static final int BATCH = 100;

  /** Clocks of instances differ: what one still sends is not removed by another. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final Conversations conversations;
  private final FileStore store;
  private final Uploads uploads;

  UnusedUploads(Conversations conversations, FileStore store, Uploads uploads) {
    this.conversations = conversations;
    this.store = store;
    this.uploads = uploads;
  }

  /** Looks once; called again and again. Goes past what cannot be removed now. */
  public void sweep() {
    Due last = Due.FIRST;
    List<Due> batch;
    do {
      Due after = last;
      batch = conversations.read(reading -> due(reading, after));
      for (Due due : batch) {
        remove(due.id());
        last = due;
      }
    } while (batch.size() == BATCH);
  }

  private static List<Due> due(Reading reading, Due after) {
    return reading
        .transaction()
        .query(
            "select id, expires_at from attachment where message_id is null and expires_at <= $1"
                + " and (expires_at, id) > ($2, $3) order by expires_at, id limit "
                + BATCH,
            row -> new Due(row.getUUID(0), row.getOffsetDateTime(1)),
            reading.now().minus(MARGIN).atOffset(ZoneOffset.UTC),
            after.at(),
            after.id());
  }

  private void remove(UUID id) {
    try {
      store.delete(id);
      uploads.forget(id);
    } catch (IOException | RuntimeException e) {
      LOG.warnf("Unused file is removed later. attachmentId=%s error=%s", id, e);
    }
  }

  private record Due(UUID id, OffsetDateTime at) {

    static final Due FIRST = new Due(new UUID(0, 0), Instant.EPOCH.atOffset(ZoneOffset.UTC));
  }
}
