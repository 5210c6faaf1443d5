package io.parley.outbound.media;

import io.parley.platform.file.StoredFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an attachment of a customer stands. Each state carries only what is true in it and offers
 * only the moves that are legal from it.
 */
sealed interface MediaStanding {

  /** Something has to be done about it. */
  sealed interface Open extends MediaStanding {

    /** When. */
    Instant dueAt();
  }

  /** Nothing more will be done by itself. */
  sealed interface Concluded extends MediaStanding {}

  /**
   * It waits for its next attempt.
   *
   * @param reason why the last one failed; null before the first
   */
  record Waiting(Instant dueAt, @Nullable String reason) implements Open {}

  /**
   * An attempt is under way.
   *
   * @param leaseUntil after this nobody waits for its end any more
   */
  record Fetching(Instant leaseUntil) implements Open {

    @Override
    public Instant dueAt() {
      return leaseUntil;
    }

    /** It failed; another attempt follows. */
    Waiting retry(Instant at, String reason) {
      return new Waiting(at, reason);
    }

    /** It failed, and no attempt follows. */
    Unavailable giveUp(String reason) {
      return new Unavailable(reason);
    }

    /** It is of a kind, a size or at a place that is not taken. */
    Refused refuse(String reason) {
      return new Refused(reason);
    }
  }

  /**
   * It is in the file store.
   *
   * @param size in bytes
   */
  record Stored(String contentType, String fileName, long size) implements Concluded {

    static Stored of(StoredFile file) {
      return new Stored(file.contentType(), file.fileName(), file.size());
    }
  }

  /** It could not be fetched. */
  record Unavailable(String reason) implements Concluded {

    /** Somebody asks for it again. */
    Waiting askedFor(Instant now) {
      return new Waiting(now, null);
    }
  }

  /** It is not taken. */
  record Refused(String reason) implements Concluded {}
}
