package io.parley.ingress.fallback;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

/** Tells a PostgreSQL that is away from a migration that can never succeed. Pure. */
final class MigrationFailure {

  /**
   * SQLSTATE classes that time may mend: connection, sign-in and database that are not there yet,
   * resources, shutdown, locks, lost races.
   */
  private static final Set<String> PASSING = Set.of("08", "28", "3D", "40", "53", "55", "57");

  private MigrationFailure() {}

  /** Whether the same migration may succeed later. */
  static boolean mayPass(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || PASSING.contains(state.substring(0, Math.min(2, state.length())));
      }
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  /** The innermost message, which names what is wrong. */
  static String cause(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
  }
}
