package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributesTest {

  private final Attributes attributes = new Attributes();

  @Test
  void fieldIsKeptUnderItsOwnName() {
    // When
    attributes.keep("Price", "0.0079");

    // Then
    assertThat(attributes.asMap()).isEqualTo(Map.of("Price", "0.0079"));
  }

  @Test
  void whatSaysNothingIsNotKept() {
    // When
    attributes.keep("a", null);
    attributes.keep("b", " \0");
    attributes.keep(" \0", "x");
    attributes.keep("n".repeat(Attributes.LONGEST_NAME + 1), "x");

    // Then
    assertThat(attributes.asMap()).isEmpty();
  }

  @Test
  void fieldsAreBoundedInNumber() {
    // When
    IntStream.range(0, 1_000).forEach(number -> attributes.keep("f" + number, "x"));

    // Then
    assertThat(attributes.asMap()).hasSize(Attributes.MOST).containsKey("f0");
  }

  @Test
  void valuesAreBoundedEachAndInAll() {
    // When
    IntStream.range(0, 10).forEach(number -> attributes.keep("f" + number, "x".repeat(10_000)));

    // Then
    assertThat(attributes.asMap().values())
        .hasSize(4)
        .allMatch(value -> value.length() == Attributes.LONGEST_VALUE);
  }

  @Test
  void firstOfANameIsKept() {
    // When
    attributes.keep("a", "1");
    attributes.keep("a\0", "2");

    // Then
    assertThat(attributes.asMap()).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void whatIsKeptCanBeStored() {
    // When
    Map<String, String> kept = Attributes.of(Map.of("a\0b", "x\0y\ud800z", "c", "\0"));

    // Then
    assertThat(kept).isEqualTo(Map.of("ab", "xy\ufffdz"));
  }
}
