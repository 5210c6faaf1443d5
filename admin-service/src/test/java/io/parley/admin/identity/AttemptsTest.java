package io.parley.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.admin.AdminTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guessing is closed where it comes from and slowed down for the one it is aimed at. */
@AdminTest
class AttemptsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Attempts attempts;

  @Inject
  AttemptsTest(Attempts attempts) {
    this.attempts = attempts;
  }

  @Test
  void strangersCannotLockSomebodyOut() {
    // Given
    String email = UUID.randomUUID() + "@example.org";
    for (int i = 0; i < 22; i++) {
      count(email, "198.51.100." + i);
    }

    // When
    long begin = System.nanoTime();
    count(email, "203.0.113.7");

    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(Duration.ofMillis(300), PATIENCE);
  }

  @Test
  void doorClosesForTheOneWhoGuesses() {
    // Given
    String email = UUID.randomUUID() + "@example.org";
    for (int i = 0; i < 10; i++) {
      count(email, "198.51.100.200");
    }

    // When
    assertThatThrownBy(() -> count(email, "198.51.100.200"))

        // Then
        .isInstanceOf(TooManyAttemptsException.class);
  }

  @ParameterizedTest
  @CsvSource({"-3,0", "0,0", "1,100", "2,200", "3,400", "6,3200", "7,5000", "1000000,5000"})
  void delayDoublesUpToTheLongest(int beyond, long millis) {
    // When
    Duration delay = Attempts.delay(beyond, Duration.ofSeconds(5));

    // Then
    assertThat(delay).isEqualTo(Duration.ofMillis(millis));
  }

  private void count(String email, String address) {
    attempts.count(Attempts.Subjects.of(email, address)).await().atMost(PATIENCE);
  }
}
