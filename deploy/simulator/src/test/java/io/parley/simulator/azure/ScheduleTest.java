package io.parley.simulator.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Outcome;
import io.parley.simulator.delivery.Repetition;
import io.parley.simulator.delivery.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  private final RetryPolicy policy = subscription(0).retries();

  @Test
  void eventsAreRepeatedForADay() {
    // When
    List<Duration> pauses =
        IntStream.rangeClosed(1, policy.retries()).mapToObj(policy.pauses()).toList();

    // Then
    assertThat(pauses).startsWith(Duration.ofSeconds(10), Duration.ofSeconds(30));
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofHours(22), Duration.ofHours(24));
  }

  @Test
  void subscriptionCanWantFewerAttempts() {
    // When, Then
    assertThat(subscription(3).retries().retries()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "200, false",
    "204, false",
    "206, true",
    "302, true",
    "400, false",
    "401, false",
    "403, false",
    "404, true",
    "408, true",
    "413, false",
    "503, true",
  })
  void answerIsWorthAnotherAttempt(int status, boolean repeated) {
    // Given
    Attempt attempt = new Attempt(1, Instant.EPOCH, 0, new Outcome.Answered(status, Map.of(), ""));

    // When, Then
    assertThat(policy.repeated().test(attempt)).isEqualTo(repeated);
  }

  private static Subscription subscription(int maxAttempts) {
    SubscriptionSettings settings =
        new SubscriptionSettings(
            Endpoint.of(Fixture.HOOK),
            Schema.EVENT_GRID,
            List.of(),
            Map.of(),
            null,
            1,
            1,
            maxAttempts,
            null,
            Repetition.REAL);
    return new Subscription("a", "s", settings, "code", Instant.EPOCH, true);
  }
}
