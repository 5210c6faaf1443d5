package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

  @Test
  void whatWasNotTakenIsTheRestByItsPath() {
    // Given
    JsonFields fields =
        fields("{\"a\":{\"b\":\"x\",\"c\":[1,{\"d\":true}],\"e\":null,\"f\":\" \"},\"g\":2.5}");

    // When
    String taken = fields.take("a.b");

    // Then
    assertThat(taken).isEqualTo("x");
    assertThat(fields.rest()).isEqualTo(Map.of("a.c.0", "1", "a.c.1.d", "true", "g", "2.5"));
  }

  @Test
  void droppedFieldTakesEverythingInsideWithIt() {
    // Given
    JsonFields fields = fields("{\"a\":{\"b\":1,\"c\":{\"d\":2}},\"e\":3}");

    // When
    fields.drop("a");

    // Then
    assertThat(fields.rest()).isEqualTo(Map.of("e", "3"));
  }

  @Test
  void objectIsNotTakenAsText() {
    // Given
    JsonFields fields = fields("{\"a\":{\"b\":1}}");

    // When
    String taken = fields.take("a");

    // Then
    assertThat(taken).isNull();
    assertThat(fields.rest()).isEqualTo(Map.of("a.b", "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "null", "\"a\"", "{", "{}"})
  void valueAloneHasNoFields(String json) {
    // When
    JsonFields fields = fields(json);

    // Then
    assertThat(fields.peek("a")).isNull();
    assertThat(fields.rest()).isEmpty();
  }

  @Test
  void elementOfAListIsNamedByItsIndex() {
    // Given
    JsonFields fields = fields("{\"a\":[{\"b\":\"x\"},\"y\"]}");

    // When
    String taken = fields.take("a.0.b");

    // Then
    assertThat(taken).isEqualTo("x");
    assertThat(fields.peek("a.2")).isNull();
    assertThat(fields.peek("a.b")).isNull();
    assertThat(fields.rest()).isEqualTo(Map.of("a.1", "y"));
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "'\"7\"', 7",
    "'\" -12 \"', -12",
    "7.0,",
    "1e3,",
    "1234567890,",
    "true,",
    "null,",
    "'\"x\"',",
    "99999999999999999999,"
  })
  void wholeNumberIsOneInEitherForm(String json, @Nullable Integer expected) {
    // When
    Integer number = fields("{\"a\":" + json + "}").wholeNumber("a");

    // Then
    assertThat(number).isEqualTo(expected);
  }

  @Test
  void deepFieldsAreLeftOut() {
    // When
    Map<String, String> rest = fields("{\"a\":".repeat(500) + "1" + "}".repeat(500)).rest();

    // Then
    assertThat(rest).isEmpty();
  }

  @Test
  void restIsBounded() {
    // Given
    String many =
        IntStream.range(0, 500)
            .mapToObj(i -> "\"f" + i + "\":\"" + "x".repeat(9_000) + "\"")
            .collect(Collectors.joining(",", "{", "}"));

    // When
    Map<String, String> rest = fields(many).rest();

    // Then
    assertThat(rest).hasSize(Attributes.MOST_CHARACTERS / Attributes.LONGEST_VALUE);
    assertThat(rest.values()).allMatch(value -> value.length() == Attributes.LONGEST_VALUE);
  }

  @Test
  void numberAndLengthOfFieldsAreBounded() {
    // Given
    String many =
        IntStream.range(0, 500)
            .mapToObj(i -> "\"f" + i + "\":1")
            .collect(Collectors.joining(",", "{\"" + "n".repeat(101) + "\":1,", "}"));

    // When
    Map<String, String> rest = fields(many).rest();

    // Then
    assertThat(rest).hasSize(Attributes.MOST).doesNotContainKey("n".repeat(101));
  }

  private static JsonFields fields(String json) {
    return new JsonFields(JsonBody.read(json));
  }
}
