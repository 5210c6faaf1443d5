package io.parley.routing.desk;

import io.parley.events.MediaRequested;
import io.parley.events.MediaUpdated.State;
import io.parley.platform.file.FileStore;
import io.parley.platform.file.OpenFile;
import io.parley.platform.file.StoredFile;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.routing.attachment.Upload;
import io.parley.routing.attachment.Uploads;
import io.parley.routing.conversation.Conversation;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Reading;
import io.parley.routing.media.MediaView;
import io.parley.routing.media.ThreadFiles;
import io.parley.routing.media.ThreadFiles.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Files of threads, for those who may read the conversation. For others they do not exist. */
@ApplicationScoped
class MediaFiles {

  private static final Logger LOG = Logger.getLogger(MediaFiles.class);

  private final Conversations conversations;
  private final Uploads uploads;
  private final FileStore store;

  MediaFiles(Conversations conversations, Uploads uploads, FileStore store) {
    this.conversations = conversations;
    this.uploads = uploads;
    this.store = store;
  }

  /** What is known of a file that is there. */
  StoredFile find(Reader reader, UUID id) {
    requireStored(conversations.read(reading -> visible(reading, reader, id)).media());
    try {
      return store.find(id).orElseThrow(() -> gone(id));
    } catch (IOException e) {
      throw away(id, e);
    }
  }

  /** A file that {@link #find} gave; to be closed. */
  OpenFile open(UUID id) {
    try {
      return store.open(id).orElseThrow(() -> gone(id));
    } catch (IOException e) {
      throw away(id, e);
    }
  }

  /** Asks outbound to fetch again what could not be fetched. */
  void retry(Reader reader, UUID id) {
    UUID conversationId =
        conversations.change(
            change -> {
              Placed found = visible(change.reading(), reader, id);
              // The lock gives the request its place among the conversation's events.
              Conversation conversation = change.lock(found.conversationId()).orElseThrow();
              requireUnavailable(visible(change.reading(), reader, id).media());
              ThreadFiles.requested(change.transaction(), id, reader.id(), change.now());
              change
                  .journal()
                  .requested(
                      new MediaRequested(
                          id, found.conversationId(), reader.id().toString(), change.now()),
                      conversation.progress().trace());
              return found.conversationId();
            });
    LOG.infof(
        "Attachment is to be fetched again. mediaId=%s conversationId=%s userId=%s",
        id, conversationId, reader.id());
  }

  private Placed visible(Reading reading, Reader reader, UUID id) {
    return ThreadFiles.find(reading.transaction(), id)
        .or(() -> uploaded(reading, reader, id))
        .filter(
            placed ->
                reading
                    .find(placed.conversationId())
                    .filter(c -> reader.mayRead(reading, c))
                    .isPresent())
        .orElseThrow(() -> Refusals.notFound("file", id));
  }

  /** What is not sent yet is nobody else's business. */
  private Optional<Placed> uploaded(Reading reading, Reader reader, UUID id) {
    return uploads
        .find(reading.transaction(), id)
        .filter(u -> u.message().isPresent() || u.agentId().equals(reader.id()))
        .map(MediaFiles::placed);
  }

  private static Placed placed(Upload upload) {
    return new Placed(upload.conversationId(), MediaView.of(upload.file()));
  }

  private static void requireStored(MediaView media) {
    switch (state(media)) {
      case STORED -> {}
      case PENDING ->
          throw conflict(
              "The file is still being fetched from the provider"
                  + (media.nextAttemptAt() == null
                      ? "."
                      : "; the next attempt is at " + media.nextAttemptAt() + "."));
      case UNAVAILABLE ->
          throw conflict(
              "The file could not be fetched: " + media.reason() + " It can be asked for again.");
      case REFUSED ->
          throw new ProblemException(
              ProblemType.NOT_FOUND, "The file was not taken in: " + media.reason());
    }
  }

  private static void requireUnavailable(MediaView media) {
    switch (state(media)) {
      case UNAVAILABLE -> {}
      case STORED -> throw conflict("The file is there; it need not be fetched again.");
      case PENDING -> throw conflict("The file is being fetched already.");
      case REFUSED ->
          throw conflict(
              "The file is not taken in, however often it is fetched: " + media.reason());
    }
  }

  private static State state(MediaView media) {
    return Optional.ofNullable(media.state()).orElseThrow();
  }

  private static ProblemException conflict(String detail) {
    return new ProblemException(ProblemType.STATE_CONFLICT, detail);
  }

  private static ProblemException gone(UUID id) {
    return new ProblemException(ProblemType.NOT_FOUND, "The file " + id + " is not kept any more.");
  }

  private static ProblemException away(UUID id, IOException e) {
    LOG.errorf(e, "File cannot be read. mediaId=%s", id);
    return Refusals.storeAway();
  }
}
