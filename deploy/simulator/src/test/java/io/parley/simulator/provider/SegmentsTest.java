package io.parley.simulator.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {

  @ParameterizedTest
  @CsvSource({
    "a, 0, 1",
    "a, 160, 1",
    "a, 161, 2",
    "a, 306, 2",
    "a, 307, 3",
    "€, 80, 1",
    "€, 81, 2",
    "ç, 70, 1",
    "ç, 71, 2",
    "📦, 35, 1",
    "📦, 36, 2",
  })
  void countsSeptetsOrCodeUnits(String character, int times, int segments) {
    // When
    int counted = Segments.of(character.repeat(times));

    // Then
    assertThat(counted).isEqualTo(segments);
  }
}
