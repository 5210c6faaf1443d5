package io.parley.routing.desk;

import io.parley.channels.Capabilities;
import io.parley.platform.file.FileIntake;
import io.parley.platform.file.FileStore;
import io.parley.platform.file.FileStoreException;
import io.parley.platform.file.IntakeResult;
import io.parley.platform.file.Refusal;
import io.parley.platform.file.RefusalReason;
import io.parley.platform.file.StoredFile;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.platform.time.Identifiers;
import io.parley.routing.attachment.Uploads;
import io.parley.routing.conversation.Conversation;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.InConversation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes a file of an agent in: judged, stored, and not yet part of any message. */
@ApplicationScoped
class Uploading {

  private static final Logger LOG = Logger.getLogger(Uploading.class);

  private final Conversations conversations;
  private final ChannelAbilities abilities;
  private final Uploads uploads;
  private final FileIntake intake;
  private final FileStore store;
  private final Identifiers identifiers;

  Uploading(
      Conversations conversations,
      ChannelAbilities abilities,
      Uploads uploads,
      FileIntake intake,
      FileStore store,
      Identifiers identifiers) {
    this.conversations = conversations;
    this.abilities = abilities;
    this.uploads = uploads;
    this.intake = intake;
    this.store = store;
    this.identifiers = identifiers;
  }

  AttachmentView upload(
      UUID agentId,
      UUID conversationId,
      @Nullable String fileName,
      @Nullable String statedType,
      InputStream content) {
    if (statedType != null && statedType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      throw Refusals.unsupported(
          "Forms are not taken.", "Send the file's bytes as the body and its name as fileName.");
    }
    UUID id = identifiers.next();
    Announced announced = announce(agentId, conversationId, id, fileName);
    boolean taken = false;
    try {
      StoredFile file = take(id, fileName, statedType, content, announced.channel());
      uploads.stored(file);
      taken = true;
      return new AttachmentView(
          id, file.fileName(), file.contentType(), file.size(), announced.expiresAt());
    } finally {
      if (!taken) {
        discard(id);
      }
    }
  }

  private record Announced(Instant expiresAt, Optional<Capabilities> channel) {}

  private Announced announce(
      UUID agentId, UUID conversationId, UUID id, @Nullable String fileName) {
    return conversations.change(
        change -> {
          Conversation conversation = Access.own(change, agentId, conversationId);
          if (!(conversation instanceof InConversation)) {
            throw Refusals.wrongState(
                conversation, "given attachments", "an accepted conversation");
          }
          Optional<Capabilities> channel =
              abilities.of(change.configuration(), conversation.identity());
          if (hasExtension(fileName)
              || channel.map(Capabilities::attachments).orElse(Set.of()).isEmpty()) {
            requireAllowed(fileName == null ? "" : fileName, channel);
          }
          return new Announced(uploads.announce(change, id, conversationId, agentId), channel);
        });
  }

  /** A name without one gets that of its content. */
  private static boolean hasExtension(@Nullable String fileName) {
    return fileName != null && fileName.lastIndexOf('.') > 0;
  }

  private StoredFile take(
      UUID id,
      @Nullable String fileName,
      @Nullable String statedType,
      InputStream content,
      Optional<Capabilities> channel) {
    StoredFile file =
        switch (accept(id, fileName, statedType, content)) {
          case IntakeResult.Stored(StoredFile stored) -> stored;
          case IntakeResult.Refused(Refusal refusal) -> throw refused(refusal);
        };
    if (file.size() == 0) {
      throw Refusals.unsupported("The file is empty.", "Choose a file with content.");
    }
    requireAllowed(file.fileName(), channel);
    return file;
  }

  private IntakeResult accept(
      UUID id, @Nullable String fileName, @Nullable String statedType, InputStream content) {
    try {
      return intake.accept(id, fileName, statedType, content);
    } catch (FileStoreException e) {
      LOG.errorf(e, "File cannot be stored. attachmentId=%s", id);
      throw Refusals.storeAway();
    } catch (IOException e) {
      throw new ProblemException(
          ProblemType.UNREADABLE_BODY, "The file did not arrive as a whole; send it again.");
    }
  }

  /** Whatever it was, nothing of it is kept; what cannot be removed now is removed in a day. */
  private void discard(UUID id) {
    try {
      store.delete(id);
      uploads.forget(id);
    } catch (IOException | RuntimeException e) {
      LOG.warnf("Refused file is removed later. attachmentId=%s error=%s", id, e);
    }
  }

  private static void requireAllowed(String fileName, Optional<Capabilities> channel) {
    SendingRules.whyNotAttached(fileName, channel)
        .ifPresent(
            why -> {
              throw Refusals.unsupported(
                  Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".",
                  "Choose another file, or write where the customer finds it.");
            });
  }

  private static ProblemException refused(Refusal refusal) {
    return refusal.reason() == RefusalReason.TOO_LARGE
        ? new ProblemException(ProblemType.TOO_LARGE, refusal.explanation())
        : Refusals.unsupported(refusal.explanation(), "Choose a file of another kind.");
  }
}
