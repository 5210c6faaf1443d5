package io.parley.simulator.azure;

import io.parley.simulator.delivery.Repetition;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.http.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An event subscription under its name.
 *
 * @param validationCode what the endpoint must answer
 * @param validated whether events are delivered
 */
record Subscription(
    String accountId,
    String name,
    SubscriptionSettings settings,
    String validationCode,
    Instant created,
    boolean validated) {

  private static final Set<Integer> NEVER_REPEATED = Set.of(400, 401, 403, 413);

  /** Best effort up to 24 hours (azure-communication-services.md §4.4). */
  private static final RetryPolicy EVENT_GRID =
      RetryPolicy.after(
          Stream.of(10, 30, 60, 300, 600, 1_800, 3_600, 10_800, 21_600, 43_200)
              .map(Duration::ofSeconds)
              .toList(),
          attempt ->
              !attempt.answeredBetween(200, 204)
                  && NEVER_REPEATED.stream().noneMatch(s -> s.equals(attempt.status())),
          Duration.ofSeconds(30));

  Subscription nowValidated() {
    return new Subscription(accountId, name, settings, validationCode, created, true);
  }

  RetryPolicy retries() {
    return Fields.orElse(settings.repetition(), Repetition.REAL)
        .of(EVENT_GRID)
        .atMost(settings.maxAttempts() - 1);
  }

  Schema schema() {
    return Fields.orElse(settings.schema(), Schema.EVENT_GRID);
  }
}
