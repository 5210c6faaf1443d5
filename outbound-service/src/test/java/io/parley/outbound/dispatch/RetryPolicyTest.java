package io.parley.outbound.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.outbound.pace.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final DeliveryReason WHY =
      new DeliveryReason(FailureCause.THROTTLED, "Too many.", "20429");
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofMinutes(1));
  private static final RetryPolicy POLICY = new RetryPolicy(BACKOFF, 5, Duration.ofHours(1));

  @Property
  void delayStaysBetweenNothingAndItsBound(
      @ForAll @IntRange(min = 1, max = 100_000) int tries, @ForAll Random random) {
    // When
    Duration delay = BACKOFF.delay(tries, random);

    // Then
    double bound = Math.min(60_000, 200 * Math.pow(2, tries - 1));
    assertThat(delay.toMillis()).isBetween(0L, (long) bound);
  }

  @Test
  void jitterUsesTheWholeRange() {
    // Given
    Random random = new Random(5);

    // When
    var delays =
        IntStream.range(0, 1000)
            .mapToLong(i -> BACKOFF.delay(4, random).toMillis())
            .summaryStatistics();

    // Then
    assertThat(delays.getMin()).isLessThan(50);
    assertThat(delays.getMax()).isBetween(1550L, 1600L);
  }

  @Test
  void attemptsAreBounded() {
    // When
    RetryPolicy.Next next = POLICY.after(5, NOW, WHY, null, NOW, new Random(1));

    // Then
    assertThat(next)
        .isEqualTo(
            new RetryPolicy.Next.Never(
                new DeliveryReason(
                    FailureCause.THROTTLED,
                    "Too many. It was given up after 5 attempts.",
                    "20429")));
  }

  @Test
  void longerWishOfTheProviderIsHonoured() {
    // When
    RetryPolicy.Next next = POLICY.after(1, NOW, WHY, Duration.ofMinutes(5), NOW, new Random(1));

    // Then
    assertThat(next).isEqualTo(new RetryPolicy.Next.Again(NOW.plusSeconds(300)));
  }

  @Test
  void noAttemptIsMadeAfterTheLongestAge() {
    // Given
    Instant taken = NOW.minus(Duration.ofMinutes(59));

    // When
    RetryPolicy.Next next = POLICY.after(1, taken, WHY, Duration.ofSeconds(61), NOW, new Random(1));

    // Then
    assertThat(next).isInstanceOf(RetryPolicy.Next.Never.class);
  }
}
