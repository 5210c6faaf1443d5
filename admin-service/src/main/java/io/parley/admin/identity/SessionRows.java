package io.parley.admin.identity;

import io.parley.admin.identity.StoredSession.Stamp;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sessions and refresh tokens in the database, through one connection or the pool. */
final class SessionRows {

  private static final String COLUMNS =
      "select s.id, s.user_id, s.password_stamp, s.roles, s.used_at, s.expires_at,"
          + " s.ended_at is not null";
  private static final String OF_TOKEN =
      COLUMNS
          + ", t.used_at is not null from refresh_token t"
          + " join sign_in_session s on s.id = t.session_id where t.digest = $1";
  private static final String LIVE =
      COLUMNS + " from sign_in_session s where s.ended_at is null and s.expires_at > $1";
  private static final String BEGIN =
      "insert into sign_in_session"
          + " (id, user_id, password_stamp, roles, began_at, used_at, expires_at)"
          + " values ($1, $2, $3, $4, $5, $5, $6)";
  private static final String GIVE =
      "insert into refresh_token (digest, session_id, issued_at) values ($1, $2, $3)";
  private static final String USE = "update refresh_token set used_at = $2 where digest = $1";
  private static final String TOUCH = "update sign_in_session set used_at = $2 where id = $1";
  private static final String END =
      "update sign_in_session set ended_at = $2, end_reason = $3 where ended_at is null and ";

  private final SqlClient client;

  SessionRows(SqlClient client) {
    this.client = client;
  }

  /**
   * A session as a refresh token leads to it.
   *
   * @param session the session
   * @param tokenUsed whether the token was used before
   */
  record OfToken(StoredSession session, boolean tokenUsed) {}

  Uni<Optional<OfToken>> ofToken(String digest) {
    return ofToken(OF_TOKEN, digest);
  }

  /** The same, and nobody else changes it until the transaction is over. */
  Uni<Optional<OfToken>> lockedOfToken(String digest) {
    return ofToken(OF_TOKEN + " for update", digest);
  }

  /** All sessions that are neither ended nor expired. */
  Uni<List<StoredSession>> live(Instant now) {
    return run(LIVE + " order by s.id", Tuple.of(time(now))).map(SessionRows::sessions);
  }

  Uni<Optional<StoredSession>> live(UUID id, Instant now) {
    return run(LIVE + " and s.id = $2", Tuple.of(time(now), id))
        .map(rows -> sessions(rows).stream().findFirst());
  }

  Uni<Void> begin(StoredSession session) {
    return run(
            BEGIN,
            Tuple.from(
                List.of(
                    session.id(),
                    session.userId(),
                    session.stamp().password(),
                    session.stamp().roles(),
                    time(session.usedAt()),
                    time(session.expiresAt()))))
        .replaceWithVoid();
  }

  Uni<Void> give(UUID session, String digest, Instant now) {
    return run(GIVE, Tuple.of(digest, session, time(now))).replaceWithVoid();
  }

  Uni<Void> use(UUID session, String digest, Instant now) {
    return run(USE, Tuple.of(digest, time(now)))
        .chain(() -> run(TOUCH, Tuple.of(session, time(now))))
        .replaceWithVoid();
  }

  Uni<Void> end(UUID session, EndReason reason, Instant now) {
    return run(END + "id = $1", Tuple.of(session, time(now), reason.name())).replaceWithVoid();
  }

  Uni<Void> endThese(List<UUID> sessions, EndReason reason, Instant now) {
    return run(
            END + "id = any($1)", Tuple.of(sessions.toArray(UUID[]::new), time(now), reason.name()))
        .replaceWithVoid();
  }

  Uni<Void> endAll(UUID user, EndReason reason, Instant now) {
    return run(END + "user_id = $1", Tuple.of(user, time(now), reason.name())).replaceWithVoid();
  }

  private Uni<Optional<OfToken>> ofToken(String sql, String digest) {
    return run(sql, Tuple.of(digest))
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(ofToken(rows.iterator().next())));
  }

  private static OfToken ofToken(Row row) {
    return new OfToken(session(row), row.getBoolean(7));
  }

  private static List<StoredSession> sessions(RowSet<Row> rows) {
    List<StoredSession> sessions = new ArrayList<>();
    rows.forEach(row -> sessions.add(session(row)));
    return sessions;
  }

  private static StoredSession session(Row row) {
    return new StoredSession(
        row.getUUID(0),
        row.getUUID(1),
        new Stamp(row.getString(2), row.getString(3)),
        row.getOffsetDateTime(4).toInstant(),
        row.getOffsetDateTime(5).toInstant(),
        row.getBoolean(6));
  }

  private Uni<RowSet<Row>> run(String sql, Tuple arguments) {
    return client.preparedQuery(sql).execute(arguments);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
