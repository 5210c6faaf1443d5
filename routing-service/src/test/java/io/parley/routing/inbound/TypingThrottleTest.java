package io.parley.routing.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TypingThrottleTest {

  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  private final TypingThrottle throttle = new TypingThrottle();
  private final Customer customer = new Customer(UUID.randomUUID(), "+4915112345678");

  @Test
  void typingIsSaidOnceInAWhile() {
    // When
    boolean first = throttle.admits(customer, true, START);
    boolean soon = throttle.admits(customer, true, START.plusSeconds(2));
    boolean later = throttle.admits(customer, true, START.plusSeconds(3));

    // Then
    assertThat(first).isTrue();
    assertThat(soon).isFalse();
    assertThat(later).isTrue();
  }

  @Test
  void endOfTypingIsSaidOnce() {
    // Given
    throttle.admits(customer, true, START);

    // When
    boolean first = throttle.admits(customer, false, START.plusMillis(1));
    boolean again = throttle.admits(customer, false, START.plusMillis(2));

    // Then
    assertThat(first).isTrue();
    assertThat(again).isFalse();
  }

  @Test
  void endOfTypingThatNobodyKnowsOfIsNotSaid() {
    assertThat(throttle.admits(customer, false, START)).isFalse();
  }

  @Test
  void customersDoNotSilenceEachOther() {
    // Given
    throttle.admits(customer, true, START);

    // When
    boolean other = throttle.admits(new Customer(UUID.randomUUID(), "+1"), true, START);

    // Then
    assertThat(other).isTrue();
  }
}
