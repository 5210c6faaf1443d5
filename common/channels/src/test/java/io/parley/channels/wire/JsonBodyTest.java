package io.parley.channels.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0075", "100.0", "0.10", "1E+400", "99999999999999999999"})
  void numberStaysAsItWasWritten(String number) {
    // When
    JsonNode node = JsonBody.read("{\"a\":" + number + "}");

    // Then
    assertThat(node).hasToString("{\"a\":" + number + "}");
    assertThat(JsonBody.scalar(node.path("a"))).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>", "{", "{\"a\":1e99999999999}", "{\"a\":NaN}", "nul", "\u0000"})
  void whatIsNoJsonIsMissing(String text) {
    // Then
    assertThat(JsonBody.read(text.getBytes(UTF_8)).isMissingNode()).isTrue();
  }
}
