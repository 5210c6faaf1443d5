package io.parley.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.simulator.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepetitionTest {

  private static final RetryPolicy PROVIDER =
      RetryPolicy.after(
          List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofHours(1)),
          attempt -> !attempt.answeredBetween(200, 204),
          Duration.ofSeconds(30));

  @Test
  void providersScheduleIsKeptUnlessTold() {
    // When
    RetryPolicy policy = Json.read("{}", Repetition.class).of(PROVIDER);

    // Then
    assertThat(policy.retries()).isEqualTo(3);
    assertThat(policy.pauseAfter(2)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void scheduleCanBeShorterAndFaster() {
    // When
    RetryPolicy policy = new Repetition(1, 1_000).of(PROVIDER);

    // Then
    assertThat(policy.pauseAfter(1)).isEqualTo(Duration.ofMillis(10));
    assertThat(policy.repeats(failed(1))).isTrue();
    assertThat(policy.repeats(failed(2))).isFalse();
  }

  @Test
  void onlyWhatTheProviderTakesForAFailureIsRepeated() {
    // Given
    Attempt taken = new Attempt(1, Instant.EPOCH, 0, new Outcome.Answered(204, Map.of(), ""));

    // When, Then
    assertThat(PROVIDER.repeats(taken)).isFalse();
    assertThat(PROVIDER.repeats(failed(3))).isTrue();
    assertThat(PROVIDER.repeats(failed(4))).isFalse();
  }

  private static Attempt failed(int number) {
    return new Attempt(number, Instant.EPOCH, 0, new Outcome.Answered(206, Map.of(), ""));
  }
}
