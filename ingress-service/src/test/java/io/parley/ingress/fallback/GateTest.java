package io.parley.ingress.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Gate DIRECT = new Gate.Direct();
  private static final Gate OWED = new Gate.Diverted(true);
  private static final Gate TRYING = new Gate.Diverted(false);

  @Test
  void instanceStartsDivertedBecauseRowsMayWait() {
    // Then
    assertThat(Gate.AT_START).isEqualTo(OWED);
  }

  @Test
  void failedPublicationDiverts() {
    // Then
    assertThat(DIRECT.publicationFailed()).isEqualTo(TRYING);
  }

  @Test
  void failedPublicationForgetsNoDebt() {
    // Then
    assertThat(OWED.publicationFailed()).isEqualTo(OWED);
    assertThat(TRYING.publicationFailed()).isEqualTo(TRYING);
  }

  @Test
  void rowsThatWereSeenAreOwed() {
    // Then
    assertThat(List.of(DIRECT, TRYING, OWED)).extracting(Gate::seenOccupied).containsOnly(OWED);
  }

  @Test
  void onlyAnEmptyTableEndsADebt() {
    // Given
    List<UnaryOperator<Gate>> others =
        List.of(Gate::publicationFailed, Gate::storingFailed, Gate::seenOccupied);

    // Then
    assertThat(others).allSatisfy(move -> assertThat(move.apply(OWED)).isEqualTo(OWED));
    assertThat(OWED.seenEmpty()).isEqualTo(DIRECT);
  }

  @Test
  void tableThatTakesNothingLeavesKafkaToBeTriedAgain() {
    // Then
    assertThat(TRYING.storingFailed()).isEqualTo(DIRECT);
    assertThat(DIRECT.storingFailed()).isEqualTo(DIRECT);
  }
}
