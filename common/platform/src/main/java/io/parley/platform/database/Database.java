package io.parley.platform.database;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Transactions in the service's own schema. This is the bridge between the reactive client and code
 * that waits: it is called on virtual or worker threads, never on an event loop.
 */
@ApplicationScoped
public class Database {

  /** Longer than any statement of ours takes, shorter than a consumer may stand still. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Logger LOG = Logger.getLogger(Database.class);
  private static final String SERIALIZATION_FAILURE = "40001";
  private static final String DEADLOCK = "40P01";
  private static final String UNIQUE_VIOLATION = "23505";
  private static final int ATTEMPTS = 3;

  private final Pool pool;

  Database(Pool pool) {
    this.pool = pool;
  }

  /**
   * Runs work in one transaction and commits it; any exception rolls it back and is thrown on. Work
   * that lost a deadlock, or the race for a unique key, runs again and then sees what the winner
   * has written; so it must have no effect outside the transaction except through {@link
   * Transaction#afterCommit}.
   */
  public <T> T inTransaction(Function<Transaction, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (PgException e) {
        if (attempt == ATTEMPTS || !isTransient(e)) {
          throw e;
        }
        LOG.debugf("Transaction runs again. sqlState=%s attempt=%d", e.getSqlState(), attempt);
      }
    }
  }

  /**
   * Runs work that only looks, without a transaction around it, which saves two round trips: each
   * statement sees what is committed when it begins.
   */
  public <T> T reading(Function<Transaction, T> work) {
    SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
    try {
      return work.apply(new Transaction(connection));
    } finally {
      connection.closeAndForget();
    }
  }

  private <T> T once(Function<Transaction, T> work) {
    SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
    Transaction transaction = new Transaction(connection);
    T result;
    try {
      io.vertx.mutiny.sqlclient.Transaction begun = connection.begin().await().atMost(PATIENCE);
      try {
        result = work.apply(transaction);
        begun.commit().await().atMost(PATIENCE);
      } catch (RuntimeException | Error e) {
        rollBack(begun, e);
        throw e;
      }
    } finally {
      connection.closeAndForget();
    }
    transaction.committed();
    return result;
  }

  private static void rollBack(io.vertx.mutiny.sqlclient.Transaction begun, Throwable cause) {
    try {
      begun.rollback().await().atMost(PATIENCE);
    } catch (RuntimeException e) {
      // A failed statement or a lost connection has rolled back already.
      cause.addSuppressed(e);
    }
  }

  private static boolean isTransient(PgException e) {
    return SERIALIZATION_FAILURE.equals(e.getSqlState())
        || DEADLOCK.equals(e.getSqlState())
        || UNIQUE_VIOLATION.equals(e.getSqlState());
  }
}
