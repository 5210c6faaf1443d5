package io.parley.simulator.delivery;

import java.time.Duration;
import java.util.Set;

/**
 * How often and after which failures a webhook is repeated.
 *
 * @param retries repetitions after the first try
 * @param readTimeout time for the answer
 * @param firstPause wait before the first repetition; doubles each time up to five seconds
 */
public record RetryPolicy(
    int retries, Set<FailureKind> on, Duration readTimeout, Duration firstPause) {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  public RetryPolicy {
    on = Set.copyOf(on);
  }

  /** Every kind of failure is repeated, with growing pauses. */
  public static RetryPolicy persistent(int retries) {
    return new RetryPolicy(
        retries, FailureKind.all(), Duration.ofSeconds(15), Duration.ofMillis(200));
  }

  boolean repeats(Attempt attempt) {
    return attempt.number() <= retries && attempt.failure().filter(on::contains).isPresent();
  }

  Duration pauseAfter(int attempt) {
    long grown = firstPause.toMillis() << Math.min(attempt - 1, 16);
    return Duration.ofMillis(Math.min(grown, LONGEST_PAUSE.toMillis()));
  }
}
