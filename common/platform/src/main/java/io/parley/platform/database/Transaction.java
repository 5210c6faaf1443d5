package io.parley.platform.database;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One open transaction. Belongs to the thread that runs the work. */
public final class Transaction {

  private final SqlConnection connection;
  private final List<Runnable> afterCommit = new ArrayList<>();

  Transaction(SqlConnection connection) {
    this.connection = connection;
  }

  /** All rows of a query, mapped. */
  public <T> List<T> query(String sql, Function<Row, T> mapping, @Nullable Object... arguments) {
    List<T> rows = new ArrayList<>();
    run(sql, arguments).forEach(row -> rows.add(mapping.apply(row)));
    return rows;
  }

  /** The first row of a query, mapped, if there is one. */
  public <T> Optional<T> first(
      String sql, Function<Row, T> mapping, @Nullable Object... arguments) {
    List<T> rows = query(sql, mapping, arguments);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  /** Runs a statement and says how many rows it changed. */
  public int update(String sql, @Nullable Object... arguments) {
    return run(sql, arguments).rowCount();
  }

  /** Runs one statement for many rows in one round trip. */
  public void batch(String sql, List<Tuple> rows) {
    if (!rows.isEmpty()) {
      connection.preparedQuery(sql).executeBatch(rows).await().atMost(Database.PATIENCE);
    }
  }

  /** Runs after the commit, on the same thread; for waking what reads the committed rows. */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }

  private RowSet<Row> run(String sql, @Nullable Object... arguments) {
    return connection
        .preparedQuery(sql)
        .execute(Tuple.from(java.util.Arrays.asList(arguments)))
        .await()
        .atMost(Database.PATIENCE);
  }
}
