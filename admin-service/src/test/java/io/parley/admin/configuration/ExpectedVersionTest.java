package io.parley.admin.configuration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedVersionTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", " \"7\" ", "*"})
  void presentVersionOrAnyIsTaken(String header) {
    // Given
    ExpectedVersion expected = ExpectedVersion.parse(header);

    // When
    assertThatCode(() -> expected.require(7))

        // Then
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"6\"", "W/\"7\"", "7", "", "\"07x\"", "\"6\", \"7\""})
  void anythingElseMatchesNothing(String header) {
    // Given
    ExpectedVersion expected = ExpectedVersion.parse(header);

    // When
    assertThatThrownBy(() -> expected.require(7))

        // Then
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("\"7\"");
  }

  @Test
  void missingHeaderIsAskedFor() {
    // Given
    String missing = null;

    // When
    assertThatThrownBy(() -> ExpectedVersion.parse(missing))

        // Then
        .hasMessageContaining("If-Match");
  }
}
