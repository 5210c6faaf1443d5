package io.parley.routing.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parley.events.ConversationEvent.Author;
import io.parley.events.DeliveryReason;
import io.parley.events.DeliveryState;
import io.parley.events.EventJson;
import io.parley.events.Location;
import io.parley.events.MessageContent;
import io.parley.events.MessageReceived;
import io.parley.events.MessageTemplate;
import io.parley.events.QuotedMessage;
import io.parley.events.Referral;
import io.parley.events.RichCard;
import io.parley.events.Selection;
import io.parley.events.Suggestion;
import io.parley.routing.media.MediaView;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One message of a thread.
 *
 * @param position place in the thread, from 1
 * @param author customer or agent
 * @param text what was written; for a tapped button without text, what the customer saw on it
 * @param media files, and where they stand
 * @param delivery what became of it, for messages of agents
 */
record MessageView(
    UUID id,
    long position,
    Author author,
    @Nullable UUID agentId,
    Instant at,
    String text,
    List<MediaView> media,
    @Nullable Location location,
    @Nullable Selection selection,
    @Nullable QuotedMessage quoted,
    @Nullable Referral referral,
    @Nullable MessageTemplate template,
    List<RichCard> cards,
    List<Suggestion> suggestions,
    @Nullable DeliveryView delivery) {

  static final String COLUMNS =
      "id, position, author, agent_id, created_at, content, delivery_state, delivery_reason,"
          + " delivery_changed_at, next_attempt_at";

  /**
   * Where a message of ours stands.
   *
   * @param reason why, when it waits or has failed
   * @param nextAttemptAt when the next attempt is due
   * @param changedAt when it came to this state
   */
  record DeliveryView(
      DeliveryState state,
      @Nullable DeliveryReason reason,
      @Nullable Instant nextAttemptAt,
      @Nullable Instant changedAt) {}

  static MessageView read(Row row) {
    Author author = Author.valueOf(row.getString("author"));
    return switch (author) {
      case CUSTOMER -> ofCustomer(row, parse(row.getString("content"), MessageReceived.class));
      case AGENT -> ofAgent(row, content(row));
    };
  }

  /** What an agent's message says, as it was written. */
  static MessageContent content(Row row) {
    return parse(row.getString("content"), MessageContent.class);
  }

  /** A reply that has just been written. */
  static MessageView queued(
      UUID id, long position, UUID agentId, Instant at, MessageContent content) {
    return ofAgent(
        id,
        position,
        agentId,
        at,
        content,
        new DeliveryView(DeliveryState.QUEUED, null, null, null));
  }

  private static MessageView ofCustomer(Row row, MessageReceived m) {
    return new MessageView(
        row.getUUID("id"),
        row.getLong("position"),
        Author.CUSTOMER,
        null,
        time(row, "created_at").orElseThrow(),
        text(m),
        IntStream.range(0, m.media().size())
            .mapToObj(i -> MediaView.neverFetched(m.mediaId(i), m.media().get(i).contentType()))
            .toList(),
        m.location(),
        m.selection(),
        m.quoted(),
        m.referral(),
        null,
        List.of(),
        List.of(),
        null);
  }

  private static String text(MessageReceived m) {
    Selection tapped = m.selection();
    return m.text().isBlank() && tapped != null
        ? Stream.of(tapped.title(), tapped.description(), tapped.id())
            .filter(words -> words != null && !words.isBlank())
            .findFirst()
            .orElse(m.text())
        : m.text();
  }

  /** Ids of files of the customer. */
  Stream<UUID> customerFiles() {
    return author == Author.CUSTOMER ? media.stream().map(MediaView::id) : Stream.of();
  }

  /** The same with what is known of the customer's files. */
  MessageView with(Map<UUID, MediaView> files) {
    if (author != Author.CUSTOMER || media.isEmpty()) {
      return this;
    }
    return new MessageView(
        id,
        position,
        author,
        agentId,
        at,
        text,
        media.stream().map(m -> files.getOrDefault(m.id(), m)).toList(),
        location,
        selection,
        quoted,
        referral,
        template,
        cards,
        suggestions,
        delivery);
  }

  private static MessageView ofAgent(Row row, MessageContent content) {
    return ofAgent(
        row.getUUID("id"),
        row.getLong("position"),
        row.getUUID("agent_id"),
        time(row, "created_at").orElseThrow(),
        content,
        delivery(row));
  }

  private static MessageView ofAgent(
      UUID id,
      long position,
      UUID agentId,
      Instant at,
      MessageContent content,
      DeliveryView delivery) {
    return new MessageView(
        id,
        position,
        Author.AGENT,
        agentId,
        at,
        content.text(),
        Stream.concat(
                content.attachments().stream().map(MediaView::of),
                content.mediaUrls().stream().map(MediaView::link))
            .toList(),
        null,
        null,
        null,
        null,
        content.template(),
        content.cards(),
        content.suggestions(),
        delivery);
  }

  private static DeliveryView delivery(Row row) {
    String reason = row.getString("delivery_reason");
    return new DeliveryView(
        DeliveryState.valueOf(row.getString("delivery_state")),
        reason == null ? null : parse(reason, DeliveryReason.class),
        time(row, "next_attempt_at").orElse(null),
        time(row, "delivery_changed_at").orElse(null));
  }

  private static Optional<Instant> time(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  static <T> T parse(String json, Class<T> type) {
    try {
      return EventJson.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored message cannot be read", e);
    }
  }
}
