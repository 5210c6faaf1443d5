package io.parley.admin.audit;

import io.parley.platform.audit.AuditLine;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Reads the audit. */
@ApplicationScoped
class AuditReader {

  private static final String COLUMNS =
      "select id, at, user_id, user_name, address, user_agent, action, kind, object_id, object_key,"
          + " version, before, after, previous_hash, hash from audit ";

  /** Lines that are held at a time while all are read. */
  private static final int BATCH = 200;

  private final Pool pool;

  AuditReader(Pool pool) {
    this.pool = pool;
  }

  /** Lines newest first; one more than the limit says, when there is one. */
  Uni<List<AuditLine>> newestFirst(AuditFilter filter) {
    return pool.preparedQuery(
            COLUMNS + "where " + filter.where() + " order by id desc limit " + (filter.limit() + 1))
        .execute(Tuple.tuple(new ArrayList<>(filter.arguments())))
        .map(AuditReader::lines);
  }

  /** One line. */
  Uni<Optional<AuditLine>> one(long id) {
    return pool.preparedQuery(COLUMNS + "where id = $1")
        .execute(Tuple.of(id))
        .map(rows -> lines(rows).stream().findFirst());
  }

  /** The line that was written last. */
  Uni<Optional<AuditLine>> newest() {
    return pool.query(COLUMNS + "order by id desc limit 1")
        .execute()
        .map(rows -> lines(rows).stream().findFirst());
  }

  /** All lines from the oldest on, read as fast as they are taken and never held all at once. */
  Multi<AuditLine> oldestFirst() {
    return Multi.createBy()
        .repeating()
        .uni(AtomicLong::new, this::batch)
        .until(List::isEmpty)
        .onItem()
        .disjoint();
  }

  private Uni<List<AuditLine>> batch(AtomicLong last) {
    return pool.preparedQuery(COLUMNS + "where id > $1 order by id limit " + BATCH)
        .execute(Tuple.of(last.get()))
        .map(AuditReader::lines)
        .invoke(
            lines -> {
              if (!lines.isEmpty()) {
                last.set(lines.getLast().id());
              }
            });
  }

  private static List<AuditLine> lines(RowSet<Row> rows) {
    List<AuditLine> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private static AuditLine line(Row row) {
    return new AuditLine(
        row.getLong("id"),
        AuditLine.time(row.getOffsetDateTime("at").toInstant()),
        text(row.getUUID("user_id")),
        row.getString("user_name"),
        row.getString("address"),
        row.getString("user_agent"),
        row.getString("action"),
        row.getString("kind"),
        text(row.getUUID("object_id")),
        row.getString("object_key"),
        row.getLong("version"),
        row.getString("before"),
        row.getString("after"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
