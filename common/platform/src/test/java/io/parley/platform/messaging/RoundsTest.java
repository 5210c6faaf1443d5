package io.parley.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void roundHoldsOneRecordOfEachKeyInTheirOrder() {
    // Given
    List<String> batch = List.of("a1", "b1", "a2", "a3", "c1", "b2");

    // When
    List<List<String>> rounds = Rounds.of(batch, record -> record.charAt(0));

    // Then
    assertThat(rounds)
        .containsExactly(List.of("a1", "b1", "c1"), List.of("a2", "b2"), List.of("a3"));
  }

  @Test
  void nothingHasNoRounds() {
    // Then
    assertThat(Rounds.of(List.<String>of(), record -> record)).isEmpty();
  }

  @Test
  void whatMustBeAloneHasAStretchOfItsOwn() {
    // Given
    List<String> batch = List.of("a", "b", "C", "D", "e");

    // When
    List<List<String>> stretches =
        Rounds.stretches(batch, record -> Character.isUpperCase(record.charAt(0)));

    // Then
    assertThat(stretches)
        .containsExactly(List.of("a", "b"), List.of("C"), List.of("D"), List.of("e"));
  }
}
