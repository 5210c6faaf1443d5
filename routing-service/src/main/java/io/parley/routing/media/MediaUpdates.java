package io.parley.routing.media;

import io.parley.events.Event;
import io.parley.events.MediaUpdated;
import io.parley.platform.messaging.BatchConsumer;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Change;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what became of customers' attachments, and tells the agent. It may come before the message
 * that the attachment belongs to. What is not newer than what is known changes nothing.
 */
@ApplicationScoped
class MediaUpdates {

  private static final String KEEP =
      """
      insert into media (id, version, state, content_type, file_name, size, reason, next_attempt_at)
      select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[],
        $8::timestamptz[])
      on conflict (id) do update set version = excluded.version, state = excluded.state,
        content_type = coalesce(excluded.content_type, media.content_type), file_name = excluded.file_name,
        size = excluded.size, reason = excluded.reason, next_attempt_at = excluded.next_attempt_at
      where media.version < excluded.version
      returning id
      """;

  private static final String READERS =
      "select c.agent_id, m.conversation_id, m.message_id, "
          + "m.id, m.content_type, m.file_name, m.size, m.state, m.reason, m.next_attempt_at"
          + " from media m join conversation c on c.id = m.conversation_id"
          + " where m.id = any($1) and c.agent_id is not null order by m.id";

  private final BatchConsumer batches;
  private final Conversations conversations;

  MediaUpdates(BatchConsumer batches, Conversations conversations) {
    this.batches = batches;
    this.conversations = conversations;
  }

  @Incoming("media")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> records) {
    batches.consume(records, "routing", this::apply);
  }

  private void apply(List<Event<?>> events) {
    // In one order, so that two transactions never wait for each other.
    Map<UUID, MediaUpdated> newest = new TreeMap<>();
    for (Event<?> event : events) {
      if (event.data() instanceof MediaUpdated update) {
        newest.merge(update.mediaId(), update, (a, b) -> a.version() >= b.version() ? a : b);
      } else {
        throw new IllegalArgumentException(
            event.type().typeName() + " does not belong on this topic");
      }
    }
    conversations.change(
        change -> {
          apply(change, newest);
          return null;
        });
  }

  private static void apply(Change change, Map<UUID, MediaUpdated> newest) {
    List<MediaUpdated> updates = List.copyOf(newest.values());
    UUID[] news =
        change
            .transaction()
            .query(
                KEEP,
                row -> row.getUUID(0),
                updates.stream().map(MediaUpdated::mediaId).toArray(UUID[]::new),
                updates.stream().map(MediaUpdated::version).toArray(Long[]::new),
                updates.stream().map(u -> u.state().name()).toArray(String[]::new),
                updates.stream().map(MediaUpdated::contentType).toArray(String[]::new),
                updates.stream().map(MediaUpdated::fileName).toArray(String[]::new),
                updates.stream().map(MediaUpdated::size).toArray(Long[]::new),
                updates.stream().map(MediaUpdated::reason).toArray(String[]::new),
                updates.stream().map(u -> time(u.nextAttemptAt())).toArray(OffsetDateTime[]::new))
            .stream()
            .filter(id -> saysSomething(newest.get(id)))
            .toArray(UUID[]::new);
    if (news.length > 0) {
      change
          .transaction()
          .query(
              READERS,
              row ->
                  new Shown(
                      row.getUUID(0),
                      new MediaOnStream(row.getUUID(1), row.getUUID(2), MediaView.read(row))),
              (Object) news)
          .forEach(s -> change.journal().show(s.agentId(), "media.changed", s.media()));
    }
  }

  /** That it has been announced says nothing that the message does not say. */
  private static boolean saysSomething(@Nullable MediaUpdated update) {
    return update != null
        && !(update.version() == 1 && update.state() == MediaUpdated.State.PENDING);
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private record Shown(UUID agentId, MediaOnStream media) {}

  /** An attachment's new state as it appears on an agent's stream. */
  record MediaOnStream(UUID conversationId, UUID messageId, MediaView media) {}
}
