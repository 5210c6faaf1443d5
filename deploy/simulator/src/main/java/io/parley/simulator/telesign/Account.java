package io.parley.simulator.telesign;

import io.parley.simulator.delivery.CallbackDelays;
import io.parley.simulator.delivery.Repetition;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.http.Fields;
import java.time.Duration;
import java.util.List;

/** An account under its Customer ID. */
record Account(String id, AccountSettings settings) {

  /** Only 200 is sure to count; four tries of 5 s (telesign.md §2.1). */
  private static final RetryPolicy TELESIGN =
      RetryPolicy.after(
          List.of(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15)),
          attempt -> !attempt.answeredBetween(200, 200),
          Duration.ofSeconds(5));

  RetryPolicy retries() {
    return Fields.orElse(settings.repetition(), Repetition.REAL).of(TELESIGN);
  }

  CallbackDelays delays() {
    return Fields.orElse(settings.deliverDelays(), CallbackDelays.DEFAULT);
  }

  AccountStatus status() {
    return Fields.orElse(settings.status(), AccountStatus.ACTIVE);
  }
}
