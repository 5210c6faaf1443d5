package io.parley.channels.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {

  @Test
  void blanksRepetitionsAndEmptyValuesAreKept() throws MalformedFormException {
    // Given
    byte[] form = "b=+x+&a=1&a=2&a=1&empty=&bare&=nameless&&c=d=e".getBytes(UTF_8);

    // When
    Map<String, List<String>> read = FormBody.parse(form).asMap();

    // Then
    assertThat(read)
        .containsExactly(
            Map.entry("b", List.of(" x ")),
            Map.entry("a", List.of("1", "2", "1")),
            Map.entry("empty", List.of("")),
            Map.entry("bare", List.of("")),
            Map.entry("", List.of("nameless")),
            Map.entry("c", List.of("d=e")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=%",
        "a=%4",
        "a=%zz",
        "a=%4&b=1",
        "%=1",
        "a=%C3",
        "a=%C3%28",
        "a=%ED%A0%80",
        "a=%FF",
        "{\"a\":1}",
        "<a>b</a>",
        "a=b c",
        "a=b\nc=d",
        "a=\0"
      })
  void whatIsNoFormIsRefused(String body) {
    // Given
    byte[] bytes = body.getBytes(UTF_8);

    // Then
    assertThatExceptionOfType(MalformedFormException.class)
        .isThrownBy(() -> FormBody.parse(bytes))
        .withMessageContaining("byte");
  }

  @Test
  void bytesOfAnotherCharacterSetAreRefused() {
    // Given
    byte[] bytes = "a=é".getBytes(ISO_8859_1);

    // Then
    assertThatExceptionOfType(MalformedFormException.class).isThrownBy(() -> FormBody.parse(bytes));
  }

  @Test
  void tooManyParametersAreRefused() {
    // Given
    byte[] bytes = "a=1&".repeat(FormBody.MAX_PARAMETERS + 1).getBytes(UTF_8);

    // Then
    assertThatExceptionOfType(MalformedFormException.class)
        .isThrownBy(() -> FormBody.parse(bytes))
        .withMessageContaining("parameters");
  }

  @Property(tries = 2_000)
  void whatTheJdkEncodesIsReadBack(@ForAll("fields") Map<String, String> fields)
      throws MalformedFormException {
    // Given
    byte[] form =
        fields.entrySet().stream()
            .map(
                field ->
                    URLEncoder.encode(field.getKey(), UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"))
            .getBytes(UTF_8);

    // When
    FormBody read = FormBody.parse(form);

    // Then
    fields.forEach((name, value) -> assertThat(read.all(name)).containsExactly(value));
  }

  @Provide
  Arbitrary<Map<String, String>> fields() {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .all()
            .ofMaxLength(30)
            .filter(
                text ->
                    text.codePoints()
                        .noneMatch(
                            c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    return Arbitraries.maps(texts, texts).ofMaxSize(10);
  }
}
