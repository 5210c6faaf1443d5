package io.parley.outbound.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parley.events.CustomerAddress;
import io.parley.events.DeliveryReason;
import io.parley.events.EventJson;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.TraceParent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one place where a row of {@code message} becomes a message, and the other way round. */
final class MessageRow {

  static final String COLUMNS =
      "id, conversation_id, channel_address_id, customer_kind, customer_address, content, author,"
          + " requested_at, last_customer_message_at, traceparent, taken_at, account_id, version,"
          + " attempts, changed_at, state, due_at, started_at, suspect_since,"
          + " absence_counts_from, questions, provider_message_id, provider_status,"
          + " reason_cause, reason_text, reason_code";

  /** Takes the columns of a new letter; the state is the one before the first attempt. */
  static final String INSERT =
      "insert into message (id, conversation_id, channel_address_id, customer_kind,"
          + " customer_address, content, author, requested_at, last_customer_message_at,"
          + " traceparent, taken_at, changed_at, due_at, version, attempts, state, questions)"
          + " select id, conversation_id, channel_address_id, kind, address, content, author,"
          + " requested_at, last_at, traceparent, taken_at, taken_at, taken_at, 1, 0, 'QUEUED', 0"
          + " from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[],"
          + " $7::text[], $8::timestamptz[], $9::timestamptz[], $10::text[], $11::timestamptz[])"
          + " with ordinality as letter (id, conversation_id, channel_address_id, kind, address,"
          + " content, author, requested_at, last_at, traceparent, taken_at, place)"
          + " order by place on conflict (id) do nothing returning id";

  /** Takes the columns that change, in the order of {@link #changing}. */
  static final String UPDATE =
      "update message set account_id = $2, version = $3, attempts = $4, changed_at = $5,"
          + " state = $6, due_at = $7, started_at = $8, suspect_since = $9,"
          + " absence_counts_from = $10, questions = $11, provider_message_id = $12,"
          + " provider_status = $13, reason_cause = $14, reason_text = $15, reason_code = $16"
          + " where id = $1";

  private enum State {
    QUEUED,
    CALLING,
    RESOLVING,
    SENT,
    DELIVERED,
    READ,
    UNDELIVERED,
    FAILED,
    REJECTED,
    UNKNOWN
  }

  private MessageRow() {}

  static Message read(Row row) {
    return new Message(
        letter(row),
        row.getUUID("account_id"),
        row.getLong("version"),
        row.getInteger("attempts"),
        instant(row, "changed_at"),
        standing(row));
  }

  private static Letter letter(Row row) {
    return new Letter(
        row.getUUID("id"),
        row.getUUID("conversation_id"),
        row.getUUID("channel_address_id"),
        new CustomerAddress(
            CustomerAddress.Kind.valueOf(row.getString("customer_kind")),
            row.getString("customer_address")),
        content(row.getString("content")),
        row.getString("author"),
        instant(row, "requested_at"),
        instantOrNull(row, "last_customer_message_at"),
        new TraceParent(row.getString("traceparent")),
        instant(row, "taken_at"));
  }

  private static Standing standing(Row row) {
    String id = row.getString("provider_message_id");
    String status = row.getString("provider_status");
    return switch (State.valueOf(row.getString("state"))) {
      case QUEUED ->
          new Standing.Queued(
              instant(row, "due_at"), reasonOrNull(row), instantOrNull(row, "suspect_since"));
      case CALLING ->
          new Standing.Calling(
              instant(row, "started_at"), instant(row, "due_at"), instant(row, "suspect_since"));
      case RESOLVING ->
          new Standing.Resolving(
              instant(row, "suspect_since"),
              instant(row, "absence_counts_from"),
              row.getInteger("questions"),
              instant(row, "due_at"),
              reason(row));
      case SENT -> new Standing.Sent(known(id), status);
      case DELIVERED -> new Standing.Delivered(known(id), status);
      case READ -> new Standing.Read(known(id), status);
      case UNDELIVERED -> new Standing.Undelivered(known(id), status, reason(row));
      case FAILED -> new Standing.Failed(id, status, reason(row));
      case REJECTED -> new Standing.Rejected(id, status, reason(row));
      case UNKNOWN -> new Standing.Unknown(reason(row));
    };
  }

  static Tuple changing(Message message) {
    Standing standing = message.standing();
    DeliveryReason reason = standing.reason();
    Standing.Resolving resolving = standing instanceof Standing.Resolving r ? r : null;
    return Tuple.from(
        Arrays.asList(
            message.id(),
            message.accountId(),
            message.version(),
            message.attempts(),
            time(message.changedAt()),
            state(standing).name(),
            standing instanceof Standing.Open open ? time(open.dueAt()) : null,
            standing instanceof Standing.Calling calling ? time(calling.startedAt()) : null,
            standing instanceof Standing.Open open ? timeOrNull(open.suspectSince()) : null,
            resolving == null ? null : time(resolving.absenceCountsFrom()),
            resolving == null ? 0 : resolving.questions(),
            standing.providerMessageId(),
            standing.providerStatus(),
            reason == null ? null : reason.cause().name(),
            reason == null ? null : reason.text(),
            reason == null ? null : reason.providerCode()));
  }

  private static State state(Standing standing) {
    return switch (standing) {
      case Standing.Queued queued -> State.QUEUED;
      case Standing.Calling calling -> State.CALLING;
      case Standing.Resolving resolving -> State.RESOLVING;
      case Standing.Sent sent -> State.SENT;
      case Standing.Delivered delivered -> State.DELIVERED;
      case Standing.Read read -> State.READ;
      case Standing.Undelivered undelivered -> State.UNDELIVERED;
      case Standing.Failed failed -> State.FAILED;
      case Standing.Rejected rejected -> State.REJECTED;
      case Standing.Unknown unknown -> State.UNKNOWN;
    };
  }

  static String json(MessageContent content) {
    try {
      return EventJson.mapper().writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("content cannot be written as JSON", e);
    }
  }

  private static MessageContent content(String json) {
    try {
      return EventJson.mapper().readValue(json, MessageContent.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row holds what is not the content of a message", e);
    }
  }

  private static DeliveryReason reason(Row row) {
    return Objects.requireNonNull(reasonOrNull(row), "a row has no reason where its state has one");
  }

  private static @Nullable DeliveryReason reasonOrNull(Row row) {
    String cause = row.getString("reason_cause");
    return cause == null
        ? null
        : new DeliveryReason(
            FailureCause.valueOf(cause),
            row.getString("reason_text"),
            row.getString("reason_code"));
  }

  private static String known(@Nullable String id) {
    return Objects.requireNonNull(id, "a row has no provider id where its state has one");
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static @Nullable Instant instantOrNull(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }
}
