package io.parley.simulator.delivery;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver a webhook.
 *
 * @param number from 1
 */
public record Attempt(int number, Instant at, long milliseconds, Outcome outcome) {

  /** The kind of failure; empty for 2xx and 3xx answers. */
  public Optional<FailureKind> failure() {
    return switch (outcome) {
      case Outcome.Unanswered unanswered -> Optional.of(unanswered.kind());
      case Outcome.Answered answered when answered.status() >= 500 ->
          Optional.of(FailureKind.SERVER_ERROR);
      case Outcome.Answered answered when answered.status() >= 400 ->
          Optional.of(FailureKind.CLIENT_ERROR);
      case Outcome.Answered answered -> Optional.empty();
    };
  }

  /** The HTTP status, or null if there was no answer. */
  public @Nullable Integer status() {
    return outcome instanceof Outcome.Answered answered ? answered.status() : null;
  }

  /** Whether there was an answer with a status in this range, both ends included. */
  public boolean answeredBetween(int least, int most) {
    return outcome instanceof Outcome.Answered answered
        && answered.status() >= least
        && answered.status() <= most;
  }

  /** Why there was no answer, or null if there was one. */
  public @Nullable String reason() {
    return outcome instanceof Outcome.Unanswered unanswered ? unanswered.reason() : null;
  }

  /** The HTTP status or the reason, for people. */
  public String shown() {
    return switch (outcome) {
      case Outcome.Answered answered -> String.valueOf(answered.status());
      case Outcome.Unanswered unanswered -> unanswered.kind() + " " + unanswered.reason();
    };
  }
}
