package io.parley.routing.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parley.events.Channel;
import io.parley.events.ConversationState;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerProfile;
import io.parley.events.EventJson;
import io.parley.events.StateReason;
import io.parley.events.TraceParent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one place where rows become conversations and conversations become rows. */
public final class ConversationRows {

  /** The columns that {@link #read} needs. */
  public static final String COLUMNS =
      "id, channel, account_id, channel_address_id, customer_kind, customer_address, customer_profile, workstream_id, queue_id,"
          + " priority, state, reason, version, event_sequence, message_count, agent_id, session_id, segment_id, offer_id,"
          + " offer_expires_at, units, opened_at, state_since, waiting_since, last_customer_message_at, last_message_at,"
          + " traceparent, channel_name, our_address";

  static final String INSERT =
      "insert into conversation ("
          + COLUMNS
          + ", closes_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,"
          + " $22, $23, $24, $25, $26, $27, $28, $29, $30)";

  static final String UPDATE =
      "update conversation set state = $2, reason = $3, version = $4, event_sequence = $5, message_count = $6, agent_id = $7,"
          + " session_id = $8, segment_id = $9, offer_id = $10, offer_expires_at = $11, units = $12, state_since = $13,"
          + " waiting_since = $14, last_customer_message_at = $15, last_message_at = $16, traceparent = $17, closes_at = $18,"
          + " queue_id = $19"
          + " where id = $1";

  private ConversationRows() {}

  /** The conversation of a row with {@link #COLUMNS}. */
  public static Conversation read(Row row) {
    Identity identity = identity(row);
    Progress progress = progress(row);
    return switch (ConversationState.valueOf(row.getString("state"))) {
      case OPEN ->
          new Open(identity, progress, row.getUUID("segment_id"), instant(row, "waiting_since"));
      case ACTIVE ->
          row.getUUID("offer_id") == null
              ? new InConversation(
                  identity,
                  progress,
                  row.getUUID("agent_id"),
                  row.getUUID("session_id"),
                  row.getInteger("units"))
              : new Offered(
                  identity,
                  progress,
                  row.getUUID("segment_id"),
                  instant(row, "waiting_since"),
                  new Offer(
                      row.getUUID("offer_id"),
                      row.getUUID("session_id"),
                      row.getUUID("agent_id"),
                      instant(row, "offer_expires_at")),
                  row.getInteger("units"));
      case WAITING -> new Waiting(identity, progress, row.getUUID("agent_id"));
      case WRAP_UP ->
          new WrapUp(
              identity,
              progress,
              row.getUUID("agent_id"),
              row.getUUID("session_id"),
              row.getInteger("units"));
      case CLOSED ->
          new Closed(
              identity,
              progress,
              StateReason.valueOf(row.getString("reason")),
              row.getUUID("agent_id"));
    };
  }

  static Tuple insertion(Conversation conversation, @Nullable Instant closesAt) {
    Identity i = conversation.identity();
    Columns c = Columns.of(conversation);
    Progress p = conversation.progress();
    return Tuple.from(
        java.util.Arrays.asList(
            i.id(),
            i.channel().name(),
            i.accountId(),
            i.channelAddressId(),
            i.customer().kind().name(),
            i.customer().value(),
            json(i.profile()),
            i.workstreamId(),
            i.queueId(),
            PriorityRank.of(i.priority()),
            conversation.state().name(),
            conversation.reason().name(),
            p.version(),
            p.eventSequence(),
            p.messageCount(),
            c.agentId,
            c.sessionId,
            c.segmentId,
            c.offerId,
            time(c.offerExpiresAt),
            c.units,
            time(i.openedAt()),
            time(p.stateSince()),
            time(c.waitingSince),
            time(p.lastCustomerMessageAt()),
            time(p.lastMessageAt()),
            p.trace().value(),
            i.channelName(),
            i.ourAddress(),
            time(closesAt)));
  }

  static Tuple update(Conversation conversation, @Nullable Instant closesAt) {
    Columns c = Columns.of(conversation);
    Progress p = conversation.progress();
    return Tuple.from(
        java.util.Arrays.asList(
            conversation.identity().id(),
            conversation.state().name(),
            conversation.reason().name(),
            p.version(),
            p.eventSequence(),
            p.messageCount(),
            c.agentId,
            c.sessionId,
            c.segmentId,
            c.offerId,
            time(c.offerExpiresAt),
            c.units,
            time(p.stateSince()),
            time(c.waitingSince),
            time(p.lastCustomerMessageAt()),
            time(p.lastMessageAt()),
            p.trace().value(),
            time(closesAt),
            conversation.identity().queueId()));
  }

  private static Identity identity(Row row) {
    return new Identity(
        row.getUUID("id"),
        Channel.valueOf(row.getString("channel")),
        row.getUUID("account_id"),
        row.getUUID("channel_address_id"),
        new CustomerAddress(
            CustomerAddress.Kind.valueOf(row.getString("customer_kind")),
            row.getString("customer_address")),
        profile(row.getString("customer_profile")),
        row.getUUID("workstream_id"),
        row.getUUID("queue_id"),
        PriorityRank.priority(row.getShort("priority")),
        instant(row, "opened_at"),
        row.getString("channel_name"),
        row.getString("our_address"));
  }

  private static Progress progress(Row row) {
    return new Progress(
        row.getLong("version"),
        row.getLong("event_sequence"),
        row.getLong("message_count"),
        instant(row, "state_since"),
        instant(row, "last_customer_message_at"),
        instant(row, "last_message_at"),
        new TraceParent(row.getString("traceparent")));
  }

  private static Instant instant(Row row, String column) {
    return Objects.requireNonNull(row.getOffsetDateTime(column), column).toInstant();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static CustomerProfile profile(String json) {
    try {
      return EventJson.mapper().readValue(json, CustomerProfile.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored profile cannot be read", e);
    }
  }

  private static String json(CustomerProfile profile) {
    try {
      return EventJson.mapper().writeValueAsString(profile);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("profile cannot be written", e);
    }
  }

  /** The columns that depend on the state. */
  private record Columns(
      @Nullable UUID agentId,
      @Nullable UUID sessionId,
      @Nullable UUID segmentId,
      @Nullable UUID offerId,
      @Nullable Instant offerExpiresAt,
      @Nullable Instant waitingSince,
      int units) {

    static Columns of(Conversation conversation) {
      return switch (conversation) {
        case Open open ->
            new Columns(null, null, open.segmentId(), null, null, open.waitingSince(), 0);
        case Offered offered ->
            new Columns(
                offered.offer().agentId(),
                offered.offer().sessionId(),
                offered.segmentId(),
                offered.offer().id(),
                offered.offer().expiresAt(),
                offered.waitingSince(),
                offered.units());
        case InConversation in ->
            new Columns(in.agentId(), in.sessionId(), null, null, null, null, in.units());
        case Waiting waiting -> new Columns(waiting.agentId(), null, null, null, null, null, 0);
        case WrapUp wrapUp ->
            new Columns(
                wrapUp.agentId(), wrapUp.sessionId(), null, null, null, null, wrapUp.units());
        case Closed closed -> new Columns(closed.lastAgent(), null, null, null, null, null, 0);
      };
    }
  }
}
