package io.parley.simulator.delivery;

import java.util.EnumSet;
import java.util.Set;

/** The ways in which a webhook can fail, as a retry policy tells them apart. */
public enum FailureKind {
  /** No connection, or one that broke before an answer came. */
  CONNECTION,
  /** Connected, but no answer in time. */
  READ_TIMEOUT,
  /** Answered with 4xx. */
  CLIENT_ERROR,
  /** Answered with 5xx. */
  SERVER_ERROR;

  public static Set<FailureKind> all() {
    return EnumSet.allOf(FailureKind.class);
  }
}
