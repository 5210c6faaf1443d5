package io.parley.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.configuration.Account.PreviousKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The key in the webhook URLs of an account. */
class AccountKeyTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final Random random = new Random(4);
  private final AccountKey first = AccountKey.random(random);

  @Test
  void keyBeforeIsTakenUntilTheGracePeriodEnds() {
    // Given
    Instant until = NOW.plus(Duration.ofHours(1));

    // When
    AccountKey second = first.renewed(random, NOW, Duration.ofHours(1));

    // Then
    assertThat(second.value()).isNotEqualTo(first.value()).matches("[A-Za-z0-9_-]{43}");
    assertThat(second.previous()).contains(new PreviousKey(first.value(), until));
    assertThat(second.at(until.minusSeconds(1))).isEqualTo(second);
    assertThat(second.at(until).previous()).isEmpty();
  }

  @Test
  void withoutGraceTheKeyBeforeIsOverAtOnce() {
    // Given
    Duration grace = Duration.ZERO;

    // When
    AccountKey second = first.renewed(random, NOW, grace);

    // Then
    assertThat(second.previous()).isEmpty();
  }

  @Test
  void whatIsKeptIsReadAgainAndShowsNoKey() {
    // Given
    AccountKey second = first.renewed(random, NOW, Duration.ofDays(30));

    // When
    AccountKey read = AccountKey.of(second.json());

    // Then
    assertThat(read).isEqualTo(second);
    assertThat(second.shown().toString())
        .doesNotContain(first.value())
        .doesNotContain(second.value());
    assertThat(second.toString()).doesNotContain(first.value()).doesNotContain(second.value());
  }
}
