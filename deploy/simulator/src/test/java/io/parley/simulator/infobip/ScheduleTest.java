package io.parley.simulator.infobip;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.simulator.delivery.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void webhooksAreRepeatedTwentyTimesInTwoDays() {
    // Given
    RetryPolicy policy = new Account("a", AccountSettings.of(Fixture.API_KEY)).retries();

    // When
    List<Duration> pauses =
        IntStream.rangeClosed(1, policy.retries()).mapToObj(policy.pauses()).toList();

    // Then
    assertThat(pauses).hasSize(20);
    assertThat(pauses.subList(0, 5))
        .extracting(Duration::toMinutes)
        .containsExactly(1L, 2L, 5L, 10L, 17L);
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofMinutes(2_490));
  }
}
