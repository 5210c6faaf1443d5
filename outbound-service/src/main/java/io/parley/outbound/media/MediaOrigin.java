package io.parley.outbound.media;

import io.parley.events.Event;
import io.parley.events.Media;
import io.parley.events.MessageReceived;
import io.parley.events.TraceParent;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer attached, as the provider announced it. It never changes.
 *
 * @param id see {@link MessageReceived#mediaId(int)}; also its id in the file store
 * @param customer the customer's address
 * @param index its place among the message's media, from 0
 * @param statedType its media type as its sender states it
 * @param traceParent the trace it belongs to
 * @param takenAt when outbound took it in
 */
record MediaOrigin(
    UUID id,
    UUID accountId,
    UUID channelAddressId,
    String customer,
    String providerMessageId,
    int index,
    URI url,
    @Nullable String statedType,
    TraceParent traceParent,
    Instant takenAt) {

  /** Everything that is attached to a message. */
  static List<MediaOrigin> of(Event<?> event, MessageReceived message, Instant now) {
    List<MediaOrigin> attached = new ArrayList<>();
    for (int index = 0; index < message.media().size(); index++) {
      Media media = message.media().get(index);
      String type = media.contentType();
      attached.add(
          new MediaOrigin(
              message.mediaId(index),
              message.accountId(),
              message.channelAddressId(),
              message.from().value(),
              message.providerMessageId(),
              index,
              media.url(),
              // PostgreSQL takes no such character, and the message must not fail for it.
              type == null ? null : type.replace("\0", ""),
              event.traceParent(),
              now));
    }
    return attached;
  }
}
