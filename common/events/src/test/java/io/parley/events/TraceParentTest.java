package io.parley.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

  private static final String GOOD = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void wellFormedHeaderIsKeptAsItIs() {
    // When
    Optional<TraceParent> parsed = TraceParent.parse(GOOD);

    // Then
    assertThat(parsed).map(TraceParent::value).contains(GOOD);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        " 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n"
      })
  void brokenHeaderIsIgnored(String header) {
    // When
    Optional<TraceParent> parsed = TraceParent.parse(header);

    // Then
    assertThat(parsed).isEmpty();
  }

  @Test
  void brokenValueIsRefused() {
    // When / Then
    assertThatThrownBy(() -> new TraceParent("nonsense"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void newTracesAreWellFormedAndDiffer() {
    // Given
    RandomGenerator random = new Random(1);

    // When
    TraceParent one = TraceParent.begin(random);
    TraceParent other = TraceParent.begin(random);

    // Then
    assertThat(TraceParent.parse(one.value())).contains(one);
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void aRandomSourceOfNothingButZerosStillGivesValidIds() {
    // When
    TraceParent trace = TraceParent.begin(() -> 0L);

    // Then
    assertThat(TraceParent.parse(trace.value())).contains(trace);
  }
}
