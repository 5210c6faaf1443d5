package io.parley.simulator.delivery;

import org.jspecify.annotations.Nullable;

/** What became of one try. */
public sealed interface Outcome {

  /** The receiver answered; a long body is cut just beyond 64 kB. */
  record Answered(int status, @Nullable String contentType, String body) implements Outcome {}

  /** No answer. */
  record Unanswered(FailureKind kind, String reason) implements Outcome {}
}
