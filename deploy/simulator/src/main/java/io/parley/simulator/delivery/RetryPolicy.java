package io.parley.simulator.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * How often and after which failures a webhook is repeated.
 *
 * @param retries repetitions after the first try
 * @param repeated whether this try, by its outcome, is worth another one
 * @param readTimeout time for the answer
 * @param pauses wait after the try of this number, from 1
 */
public record RetryPolicy(
    int retries, Predicate<Attempt> repeated, Duration readTimeout, IntFunction<Duration> pauses) {

  private static final Duration READ_TIMEOUT = Duration.ofSeconds(15);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** Every kind of failure is repeated, with growing pauses. */
  public static RetryPolicy persistent(int retries) {
    return growing(retries, FailureKind.all(), READ_TIMEOUT, Duration.ofMillis(200));
  }

  /**
   * Failures of these kinds are repeated.
   *
   * @param firstPause wait before the first repetition; doubles each time up to five seconds
   */
  public static RetryPolicy growing(
      int retries, Set<FailureKind> on, Duration readTimeout, Duration firstPause) {
    return new RetryPolicy(
        retries,
        attempt -> attempt.failure().filter(on::contains).isPresent(),
        readTimeout,
        number -> doubled(firstPause, number));
  }

  /** One repetition for each pause. */
  public static RetryPolicy after(
      List<Duration> pauses, Predicate<Attempt> repeated, Duration readTimeout) {
    return new RetryPolicy(pauses.size(), repeated, readTimeout, number -> pauses.get(number - 1));
  }

  /** At most so many repetitions of this policy. */
  public RetryPolicy atMost(int repetitions) {
    return new RetryPolicy(Math.min(retries, repetitions), repeated, readTimeout, pauses);
  }

  /** The same with pauses that are shorter by this factor. */
  public RetryPolicy faster(int factor) {
    return new RetryPolicy(
        retries, repeated, readTimeout, number -> pauses.apply(number).dividedBy(factor));
  }

  boolean repeats(Attempt attempt) {
    return attempt.number() <= retries && repeated.test(attempt);
  }

  Duration pauseAfter(int attempt) {
    return pauses.apply(attempt);
  }

  private static Duration doubled(Duration first, int number) {
    long grown = first.toMillis() << Math.min(number - 1, 16);
    return Duration.ofMillis(Math.min(grown, LONGEST_PAUSE.toMillis()));
  }
}
