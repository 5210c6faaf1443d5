package io.parley.routing.desk;

import io.parley.events.Attachment;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.routing.attachment.Upload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Decides which uploaded files may go with a message: the agent's own, of this conversation, in
 * time, and not in another message. Pure.
 *
 * @param uploads those that exist, by id
 */
record UsableUploads(
    Map<UUID, Upload> uploads, UUID agentId, UUID conversationId, UUID messageId, Instant now) {

  /** The files in the order of their ids. */
  List<Attachment> files(List<UUID> ids) {
    return IntStream.range(0, ids.size())
        .mapToObj(i -> file(ids.get(i), "/attachmentIds/" + i))
        .toList();
  }

  private Attachment file(UUID id, String place) {
    Upload upload = uploads.get(id);
    if (upload == null || !upload.agentId().equals(agentId)) {
      throw ProblemException.invalid(
          place, "you have uploaded no file " + id + "; upload it first");
    }
    if (!upload.conversationId().equals(conversationId)) {
      throw ProblemException.invalid(
          place, "was uploaded to another conversation; upload it to this one");
    }
    UUID holder = upload.messageId();
    if (holder != null && !holder.equals(messageId)) {
      throw new ProblemException(
          ProblemType.STATE_CONFLICT,
          "The file " + id + " has been sent with another message; upload it again.");
    }
    if (holder == null && !upload.expiresAt().isAfter(now)) {
      throw ProblemException.invalid(place, "was uploaded too long ago; upload it again");
    }
    return upload.file();
  }
}
