package io.parley.outbound.pace;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential back-off with full jitter: a delay between nothing and a bound that doubles each
 * time, so that callers who failed together do not come back together.
 */
public record Backoff(Duration first, Duration longest) {

  private static final int MOST_DOUBLINGS = 30;

  /**
   * The delay after so many tries.
   *
   * @param tries 1 or more
   */
  public Duration delay(int tries, RandomGenerator random) {
    long doublings = 1L << Math.min(tries - 1, MOST_DOUBLINGS);
    long bound =
        first.toMillis() > longest.toMillis() / doublings
            ? longest.toMillis()
            : first.toMillis() * doublings;
    return Duration.ofMillis(random.nextLong(bound + 1));
  }
}
