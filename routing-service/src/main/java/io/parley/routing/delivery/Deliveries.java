package io.parley.routing.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parley.events.DeliveryReason;
import io.parley.events.DeliveryState;
import io.parley.events.DeliveryUpdated;
import io.parley.events.Event;
import io.parley.events.EventJson;
import io.parley.platform.messaging.BatchConsumer;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Change;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Shows in the thread what became of each reply. What is not newer than what the thread has changes
 * nothing.
 */
@ApplicationScoped
class Deliveries {

  private static final String UPDATE =
      """
      update message m set delivery_state = d.state, delivery_version = d.version, delivery_reason = d.reason,
        delivery_changed_at = d.at, next_attempt_at = d.next_attempt_at
      from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[])
        d(id, version, state, reason, at, next_attempt_at), conversation c
      where m.id = d.id and c.id = m.conversation_id and m.delivery_version < d.version
      returning m.id, c.agent_id
      """;

  private final BatchConsumer batches;
  private final Conversations conversations;

  Deliveries(BatchConsumer batches, Conversations conversations) {
    this.batches = batches;
    this.conversations = conversations;
  }

  @Incoming("deliveries")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> records) {
    batches.consume(records, "routing", this::apply);
  }

  private void apply(List<Event<?>> events) {
    Map<UUID, DeliveryUpdated> newest = new LinkedHashMap<>();
    for (Event<?> event : events) {
      if (event.data() instanceof DeliveryUpdated update) {
        newest.merge(update.messageId(), update, (a, b) -> a.version() >= b.version() ? a : b);
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

  private static void apply(Change change, Map<UUID, DeliveryUpdated> newest) {
    List<DeliveryUpdated> updates = List.copyOf(newest.values());
    change
        .transaction()
        .query(
            UPDATE,
            row -> new Shown(row.getUUID(0), row.getUUID(1)),
            updates.stream().map(DeliveryUpdated::messageId).toArray(UUID[]::new),
            updates.stream().map(DeliveryUpdated::version).toArray(Long[]::new),
            updates.stream().map(u -> u.state().name()).toArray(String[]::new),
            updates.stream().map(u -> json(u.reason())).toArray(String[]::new),
            updates.stream().map(u -> time(u.at())).toArray(OffsetDateTime[]::new),
            updates.stream().map(u -> time(u.nextAttemptAt())).toArray(OffsetDateTime[]::new))
        .forEach(shown -> show(change, shown, newest));
  }

  private static void show(Change change, Shown shown, Map<UUID, DeliveryUpdated> newest) {
    DeliveryUpdated update = newest.get(shown.messageId());
    if (shown.agentId() != null && update != null) {
      change
          .journal()
          .show(
              shown.agentId(),
              "message.changed",
              new MessageOnStream(
                  update.conversationId(),
                  update.messageId(),
                  update.state(),
                  update.reason(),
                  update.at()));
    }
  }

  private record Shown(UUID messageId, @Nullable UUID agentId) {}

  /** A message's new state as it appears on an agent's stream. */
  record MessageOnStream(
      UUID conversationId,
      UUID messageId,
      DeliveryState state,
      @Nullable DeliveryReason reason,
      Instant at) {}

  private static @Nullable String json(@Nullable DeliveryReason reason) {
    try {
      return reason == null ? null : EventJson.mapper().writeValueAsString(reason);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("reason cannot be written", e);
    }
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
