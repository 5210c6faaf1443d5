package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFieldsTest {

  @Test
  void whatNobodyReadIsLeft() {
    // Given
    JsonFields fields =
        fields("{'a':'1','b':{'c':2,'d':true,'e':null},'f':[{'g':'x'},'y'],'h':'','i':{'j':1}}");

    // When
    String read = fields.take("a") + fields.take("b.c") + fields.take("f.0.g");
    fields.drop("i");

    // Then
    assertThat(read).isEqualTo("12x");
    assertThat(fields.rest()).containsOnly(entry("b.d", "true"), entry("f.1", "y"));
  }

  @Test
  void fieldOfAnotherTypeIsMissingAndStaysWithTheRest() {
    // Given
    JsonFields fields = fields("{'a':{'b':'1'},'c':7}");

    // When
    String taken = fields.take("a");
    String text = fields.takeText("c");

    // Then
    assertThat(taken).isNull();
    assertThat(text).isEmpty();
    assertThat(fields.rest()).containsOnly(entry("a.b", "1"), entry("c", "7"));
  }

  @Test
  void whatIsNoObjectHasNoFields() {
    // Then
    assertThat(new JsonFields(JsonBody.read("nonsense")).rest()).isEmpty();
    assertThat(fields("[1]").peek("a")).isNull();
    assertThat(fields("7").peek("a.b.c")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "'''7''', 7",
    "''' -12 ''', -12",
    "7.0, ",
    "1e3, ",
    "1234567890, ",
    "true, ",
    "null, ",
    "'''x''', ",
    "99999999999999999999, "
  })
  void wholeNumberIsOneInEitherForm(String json, @Nullable Integer expected) {
    // Then
    assertThat(fields("{'a':" + json + "}").wholeNumber("a")).isEqualTo(expected);
  }

  @Test
  void restIsBounded() {
    // Given
    String many =
        IntStream.range(0, 200)
            .mapToObj(i -> "'field" + i + "':'" + "x".repeat(5_000) + "'")
            .collect(Collectors.joining(",", "{", "}"));

    // When
    Map<String, String> rest = fields(many).rest();

    // Then
    assertThat(rest).hasSizeLessThanOrEqualTo(Attributes.MOST);
    assertThat(rest.values()).allMatch(value -> value.length() <= Attributes.LONGEST_VALUE);
    assertThat(rest.values().stream().mapToInt(String::length).sum())
        .isLessThanOrEqualTo(Attributes.MOST_CHARACTERS);
  }

  @Test
  void deepFieldsAreLeftOut() {
    // Given
    String deep = "{'a':".repeat(500) + "1" + "}".repeat(500);

    // Then
    assertThat(fields(deep).rest()).isEmpty();
  }

  private static JsonFields fields(String json) {
    return new JsonFields(JsonBody.read(json.replace('\'', '"')));
  }
}
