package io.parley.outbound.dispatch;

import io.parley.events.DeliveryReason;
import io.parley.outbound.pace.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether and when a message is tried again that the provider certainly did not take.
 *
 * @param backoff how delays grow
 * @param attempts after so many it is given up
 * @param longestAge no attempt later than this after the reply was taken in
 */
record RetryPolicy(Backoff backoff, int attempts, Duration longestAge) {

  /** What follows a failed attempt. */
  sealed interface Next {

    /** Another attempt, not before this. */
    record Again(Instant at) implements Next {}

    /** None. */
    record Never(DeliveryReason reason) implements Next {}
  }

  static RetryPolicy of(DispatchConfiguration.Retry retry) {
    return new RetryPolicy(
        new Backoff(retry.firstDelay(), retry.longestDelay()),
        retry.attempts(),
        retry.longestAge());
  }

  /**
   * What follows.
   *
   * @param made attempts until now
   * @param takenAt when the reply was taken in
   * @param asked how long the provider asks us to wait; the delay is not shorter
   */
  Next after(
      int made,
      Instant takenAt,
      DeliveryReason why,
      @Nullable Duration asked,
      Instant now,
      RandomGenerator random) {
    Duration delay = backoff.delay(Math.max(1, made), random);
    Instant at = now.plus(asked == null || asked.compareTo(delay) < 0 ? delay : asked);
    if (made >= attempts || at.isAfter(takenAt.plus(longestAge))) {
      return new Next.Never(
          new DeliveryReason(
              why.cause(),
              why.text()
                  + " It was given up after "
                  + made
                  + (made == 1 ? " attempt." : " attempts."),
              why.providerCode()));
    }
    return new Next.Again(at);
  }
}
