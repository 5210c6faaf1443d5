package io.parley.routing.conversation;

import io.parley.events.MessageReceived;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One attachment of a customer's message in a thread.
 *
 * @param id the same that outbound gives it
 * @param conversationId the thread
 * @param messageId our id of the message
 * @param statedType the media type as its sender states it
 */
public record ThreadMedia(
    UUID id, UUID conversationId, UUID messageId, @Nullable String statedType) {

  /** All of a message. */
  public static List<ThreadMedia> of(MessageReceived message, UUID conversationId, UUID messageId) {
    return IntStream.range(0, message.media().size())
        .mapToObj(
            i ->
                new ThreadMedia(
                    message.mediaId(i),
                    conversationId,
                    messageId,
                    storable(message.media().get(i).contentType())))
        .toList();
  }

  /** PostgreSQL takes no such character, and the message must not fail for it. */
  private static @Nullable String storable(@Nullable String statedType) {
    return statedType == null ? null : statedType.replace("\0", "");
  }
}
