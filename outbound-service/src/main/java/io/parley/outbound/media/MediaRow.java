package io.parley.outbound.media;

import io.parley.events.TraceParent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one place where a row of {@code media} becomes an attachment, and the other way round. */
final class MediaRow {

  static final String COLUMNS =
      "id, account_id, channel_address_id, customer_address, provider_message_id, place, url,"
          + " stated_type, traceparent, taken_at, version, attempts, attempts_before, since,"
          + " changed_at, state, due_at, content_type, file_name, size, reason";

  /** Takes the columns of what has just been announced, in the order of {@link #announced}. */
  static final String INSERT =
      "insert into media (id, account_id, channel_address_id, customer_address,"
          + " provider_message_id, place, url, stated_type, traceparent, taken_at, since,"
          + " changed_at, due_at, version, attempts, attempts_before, state)"
          + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $10, $10, 1, 0, 0, 'WAITING')"
          + " on conflict (id) do nothing returning id";

  /** Takes the columns that change, in the order of {@link #changing}. */
  static final String UPDATE =
      "update media set version = $2, attempts = $3, attempts_before = $4, since = $5,"
          + " changed_at = $6, state = $7, due_at = $8, content_type = $9, file_name = $10,"
          + " size = $11, reason = $12 where id = $1";

  private enum State {
    WAITING,
    FETCHING,
    STORED,
    UNAVAILABLE,
    REFUSED
  }

  private MediaRow() {}

  static CustomerMedia read(Row row) {
    return new CustomerMedia(
        new MediaOrigin(
            row.getUUID("id"),
            row.getUUID("account_id"),
            row.getUUID("channel_address_id"),
            row.getString("customer_address"),
            row.getString("provider_message_id"),
            row.getInteger("place"),
            URI.create(row.getString("url")),
            row.getString("stated_type"),
            new TraceParent(row.getString("traceparent")),
            instant(row, "taken_at")),
        row.getLong("version"),
        row.getInteger("attempts"),
        row.getInteger("attempts_before"),
        instant(row, "since"),
        instant(row, "changed_at"),
        standing(row));
  }

  private static MediaStanding standing(Row row) {
    String reason = row.getString("reason");
    return switch (State.valueOf(row.getString("state"))) {
      case WAITING -> new MediaStanding.Waiting(instant(row, "due_at"), reason);
      case FETCHING -> new MediaStanding.Fetching(instant(row, "due_at"));
      case STORED ->
          new MediaStanding.Stored(
              row.getString("content_type"), row.getString("file_name"), row.getLong("size"));
      case UNAVAILABLE -> new MediaStanding.Unavailable(known(reason));
      case REFUSED -> new MediaStanding.Refused(known(reason));
    };
  }

  static @Nullable Object[] announced(MediaOrigin origin) {
    return new @Nullable Object[] {
      origin.id(),
      origin.accountId(),
      origin.channelAddressId(),
      origin.customer(),
      origin.providerMessageId(),
      origin.index(),
      origin.url().toString(),
      origin.statedType(),
      origin.traceParent().value(),
      time(origin.takenAt())
    };
  }

  static Tuple changing(CustomerMedia media) {
    MediaStanding standing = media.standing();
    MediaStanding.Stored file = standing instanceof MediaStanding.Stored stored ? stored : null;
    return Tuple.from(
        Arrays.asList(
            media.id(),
            media.version(),
            media.attempts(),
            media.attemptsBefore(),
            time(media.since()),
            time(media.changedAt()),
            state(standing).name(),
            standing instanceof MediaStanding.Open open ? time(open.dueAt()) : null,
            file == null ? null : file.contentType(),
            file == null ? null : file.fileName(),
            file == null ? null : file.size(),
            reason(standing)));
  }

  private static State state(MediaStanding standing) {
    return switch (standing) {
      case MediaStanding.Waiting waiting -> State.WAITING;
      case MediaStanding.Fetching fetching -> State.FETCHING;
      case MediaStanding.Stored stored -> State.STORED;
      case MediaStanding.Unavailable unavailable -> State.UNAVAILABLE;
      case MediaStanding.Refused refused -> State.REFUSED;
    };
  }

  private static @Nullable String reason(MediaStanding standing) {
    return switch (standing) {
      case MediaStanding.Waiting waiting -> waiting.reason();
      case MediaStanding.Fetching fetching -> null;
      case MediaStanding.Stored stored -> null;
      case MediaStanding.Unavailable unavailable -> unavailable.reason();
      case MediaStanding.Refused refused -> refused.reason();
    };
  }

  private static String known(@Nullable String reason) {
    return Objects.requireNonNull(reason, "a row has no reason where its state has one");
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
