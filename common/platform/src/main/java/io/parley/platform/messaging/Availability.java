package io.parley.platform.messaging;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a failure means that a server is away, in which case the same thing is tried again
 * later.
 */
public final class Availability {

  private Availability() {}

  /**
   * Whether PostgreSQL or Kafka was away, overloaded or not set up yet, so that the work itself may
   * still be sound. What PostgreSQL says of the data themselves is not: that comes again however
   * often it is tried.
   */
  public static boolean isLost(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // Vert.x counts every error of SQL among its own, so this has to come first.
      if (cause instanceof PgException e) {
        return !isAboutData(e.getSqlState());
      }
      if (cause instanceof IOException
          || cause instanceof VertxException
          || cause instanceof RetriableException
          || cause instanceof TimeoutException
          || cause instanceof java.util.concurrent.TimeoutException
          || isConnectionTrouble(cause)) {
        return true;
      }
    }
    return false;
  }

  /** SQLSTATE classes 22, data exception, and 23, integrity constraint violation. */
  private static boolean isAboutData(@Nullable String sqlState) {
    return sqlState != null && (sqlState.startsWith("22") || sqlState.startsWith("23"));
  }

  /** A closed connection or a full pool is a checked throwable of Vert.x, which waiting wraps. */
  private static boolean isConnectionTrouble(Throwable failure) {
    return failure instanceof CompletionException
        && failure.getCause() != null
        && !(failure.getCause() instanceof RuntimeException)
        && !(failure.getCause() instanceof Error);
  }

  /** Waits on the calling worker or virtual thread. */
  public static void pause(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("interrupted: the service is stopping");
    }
  }
}
