package io.parley.simulator.telesign;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.simulator.delivery.RetryPolicy;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void callbacksAreRepeatedAfter5And10And15Seconds() {
    // When
    RetryPolicy policy =
        new Account(Fixture.CUSTOMER_ID, AccountSettings.of(Fixture.API_KEY)).retries();

    // Then
    assertThat(IntStream.rangeClosed(1, policy.retries()).mapToObj(policy.pauses()))
        .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15));
  }
}
