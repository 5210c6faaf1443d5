package io.parley.ingress.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogLimitTest {

  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  private final LogLimit limit = new LogLimit(2);

  @Test
  void onlySoManyLinesAreAllowedPerMinute() {
    // Given
    limit.allows("a", NOW);
    limit.allows("a", NOW);

    // Then
    assertThat(limit.allows("a", NOW.plusSeconds(59))).isFalse();
    assertThat(limit.allows("a", NOW.plusSeconds(60))).isTrue();
  }

  @Test
  void subjectsDoNotUseUpEachOthersLines() {
    // Given
    limit.allows("a", NOW);
    limit.allows("a", NOW);

    // Then
    assertThat(limit.allows("b", NOW)).isTrue();
  }
}
