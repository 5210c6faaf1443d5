package io.parley.ingress.fallback;

import io.parley.ingress.publication.OutgoingRecord;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The table of records that wait for Kafka, seen from those that store. Visits of all instances
 * follow one another under an advisory lock. So the order of the ids is the order of the commits,
 * and whoever sees the table empty knows that nobody is about to store.
 */
@ApplicationScoped
class FallbackTable {

  /** PostgreSQL's notification channel on which instances tell that the table has changed. */
  static final String CHANNEL = "parley_ingress_fallback";

  /** A visitor that dies or hangs must not keep the others out. */
  private static final String LIMITS =
      "select set_config('lock_timeout', '900ms', true),"
          + " set_config('idle_in_transaction_session_timeout', '3s', true)";

  private static final String LOCK =
      "select 1 from pg_advisory_xact_lock(hashtext(current_schema()), 1001)";
  private static final String BACKLOG =
      "select coalesce((select max(id) from fallback_record)"
          + " - (select min(id) from fallback_record) + 1, 0) as waiting,"
          + " (select stored_at from fallback_record order by id limit 1) as oldest";
  private static final String COUNT = "select count(*) from fallback_record";
  private static final String INSERT =
      "insert into fallback_record (record_id, topic, record_key, headers, body, stored_at)"
          + " values ($1, $2, $3, $4, $5, $6) on conflict (record_id) do nothing";
  private static final String NOTIFY = "select pg_notify('" + CHANNEL + "', 'occupied')";

  private final Pool pool;
  private final FallbackSettings settings;
  private final Clock clock;

  FallbackTable(Pool pool, FallbackSettings settings, Clock clock) {
    this.pool = pool;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Stores records behind those that wait. Where nothing waits, they are stored only if that is
   * asked for, because then they can go to Kafka as well.
   *
   * @param records in their order; none, to look only
   * @param evenIfEmpty whether Kafka has refused one of them
   */
  Uni<TableVerdict> visit(List<OutgoingRecord> records, boolean evenIfEmpty) {
    return pool.withTransaction(
        connection ->
            connection
                .query(LIMITS)
                .execute()
                .chain(() -> connection.query(LOCK).execute())
                .chain(() -> connection.preparedQuery(BACKLOG).execute())
                .map(rows -> backlog(rows.iterator().next()))
                .chain(backlog -> store(connection, records, evenIfEmpty, backlog)));
  }

  private Uni<TableVerdict> store(
      SqlConnection connection, List<OutgoingRecord> records, boolean evenIfEmpty, Backlog before) {
    boolean empty = before.rows() == 0;
    if (empty && !evenIfEmpty) {
      return Uni.createFrom().item(new TableVerdict.Empty());
    }
    if (records.isEmpty()) {
      return Uni.createFrom().item(new TableVerdict.Occupied(before));
    }
    return hasRoom(connection, before, records.size())
        .chain(
            hasRoom ->
                hasRoom
                    ? insert(connection, records, empty).replaceWith(occupied(before, records))
                    : Uni.createFrom().item(new TableVerdict.Full(before)));
  }

  private Uni<Boolean> hasRoom(SqlConnection connection, Backlog before, int more) {
    if (before.rows() + more <= settings.maxRows()) {
      return Uni.createFrom().item(true);
    }
    return connection
        .query(COUNT)
        .execute()
        .map(rows -> rows.iterator().next().getLong(0) + more <= settings.maxRows());
  }

  private Uni<Void> insert(SqlConnection connection, List<OutgoingRecord> records, boolean notify) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    List<Tuple> tuples = records.stream().map(record -> StoredRecord.columns(record, now)).toList();
    Uni<Void> inserted = connection.preparedQuery(INSERT).executeBatch(tuples).replaceWithVoid();
    return notify
        ? inserted.chain(() -> connection.query(NOTIFY).execute()).replaceWithVoid()
        : inserted;
  }

  private TableVerdict occupied(Backlog before, List<OutgoingRecord> more) {
    return new TableVerdict.Occupied(
        new Backlog(
            before.rows() + more.size(),
            before.oldest() == null ? clock.instant() : before.oldest()));
  }

  private static Backlog backlog(Row row) {
    OffsetDateTime oldest = row.getOffsetDateTime("oldest");
    return new Backlog(row.getLong("waiting"), oldest == null ? null : oldest.toInstant());
  }
}
