package io.parley.platform.messaging;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
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
   * Whether PostgreSQL or Kafka was away or overloaded, so that the work itself may still be sound.
   */
  public static boolean isLost(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException
          || cause instanceof VertxException
          || cause instanceof RetriableException
          || cause instanceof TimeoutException
          || cause instanceof java.util.concurrent.TimeoutException
          || (cause instanceof PgException e && isServerTrouble(e.getSqlState()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * SQLSTATE classes 08 connection, 53 resources, 57 operator intervention, 58 system; 40 rolled
   * back; 25006 read only.
   */
  private static boolean isServerTrouble(@Nullable String sqlState) {
    return sqlState != null
        && (sqlState.startsWith("08")
            || sqlState.startsWith("53")
            || sqlState.startsWith("57")
            || sqlState.startsWith("58")
            || sqlState.startsWith("40")
            || sqlState.equals("25006"));
  }

  /** Waits on the calling worker or virtual thread. */
  public static void pause(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("interrupted: the service is stopping");
    }
  }
}
