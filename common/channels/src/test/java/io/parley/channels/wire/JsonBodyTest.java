package io.parley.channels.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", " ", "{", "<html/>", "hello", "[1,", "\u0001", "{\"a\":1e99999999999}", "NaN"})
  void whatIsNoJsonIsMissing(@Nullable String body) {
    // When
    JsonNode node = JsonBody.read(body);

    // Then
    assertThat(node.isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0075", "100.0", "0.10", "1E+400", "99999999999999999999"})
  void numberStaysAsItWasWritten(String number) {
    // When
    JsonNode node = JsonBody.read("{\"a\":" + number + "}");

    // Then
    assertThat(node).hasToString("{\"a\":" + number + "}");
    assertThat(JsonBody.scalar(node.path("a"))).isEqualTo(number);
  }

  @Test
  void endlesslyDeepJsonIsMissing() {
    // When
    JsonNode node = JsonBody.read("[".repeat(100_000));

    // Then
    assertThat(node.isMissingNode()).isTrue();
  }

  @Property(tries = 2_000)
  void anyBytesAreReadWithoutAnException(@ForAll byte[] bytes) {
    // When
    JsonNode node = JsonBody.read(bytes);

    // Then
    assertThat(node).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"a\"', a, a",
    "'\" \"',,",
    "'\"\"',,",
    "7,, 7",
    "1.50,, 1.50",
    "true,, true",
    "null,,",
    "'{}',,",
    "'[\"a\"]',,"
  })
  void textIsToldFromOtherValues(String json, @Nullable String text, @Nullable String scalar) {
    // Given
    JsonNode node = JsonBody.read(json);

    // Then
    assertThat(JsonBody.text(node)).isEqualTo(text);
    assertThat(JsonBody.scalar(node)).isEqualTo(scalar);
  }

  @Test
  void textCanBeStored() {
    // Given
    JsonNode node = JsonBody.read("\"a\\u0000b\\ud83d\"".getBytes(UTF_8));

    // When
    String text = JsonBody.text(node);

    // Then
    assertThat(text).isEqualTo("ab\ufffd");
  }
}
