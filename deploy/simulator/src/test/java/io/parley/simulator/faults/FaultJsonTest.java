package io.parley.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultJsonTest {

  private static final TypeReference<List<FaultRule>> RULES = new TypeReference<>() {};

  @ParameterizedTest
  @CsvSource({"21610, 21610", "'\"E403\"', E403"})
  void codesAreNumbersOrWords(String written, String code) {
    // When
    List<FaultRule> rules =
        Json.read("[{\"action\":{\"type\":\"refuse\",\"code\":" + written + "}}]", RULES);

    // Then
    assertThat(rules)
        .singleElement()
        .extracting(FaultRule::action)
        .isEqualTo(new Fault.Refuse(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "true", "\"\"", "null", "{}"})
  void otherCodesAreRefused(String written) {
    // Given
    String json = "[{\"action\":{\"type\":\"failLater\",\"errorCode\":" + written + "}}]";

    // When, Then
    assertThatThrownBy(() -> Json.read(json, RULES))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            e -> assertThat(e.field()).isEqualTo("[0].action.errorCode"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"accountId", "accountSid"})
  void accountHasANeutralNameAndTwiliosOwn(String name) {
    // When
    FaultMatch match = Json.read("{\"" + name + "\":\"acme\"}", FaultMatch.class);

    // Then
    assertThat(match.accountId()).isEqualTo("acme");
  }

  @Test
  void rulesCanBeReadAsTheyAreShown() {
    // Given
    List<FaultRule> rules =
        List.of(
            FaultRule.times(
                1, FaultMatch.provider("infobip").on("logs"), new Fault.Refuse("E429")));

    // When
    List<FaultRule> again = Json.read(Json.write(rules), RULES);

    // Then
    assertThat(again).isEqualTo(rules);
  }
}
