package io.parley.admin.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.admin.validation.Findings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in braces, and how languages are written. */
class PlaceholdersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello",
        "{AgentName} of {QueueName}",
        "{$Order_No$}{$x$}",
        "} alone is nothing",
      })
  void knownVariableIsTaken(String text) {
    // Given
    Findings findings = Findings.none();

    // When
    AutomatedTexts.checked("/texts", Map.of("en", text), findings);

    // Then
    assertThat(findings.areThere()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{agentName}",
        "{ AgentName }",
        "{$Order No$}",
        "{$$}",
        "{Order}",
        "{}",
        "{AgentName",
        "{AgentName} {{QueueName}}"
      })
  void mistypedVariableIsRefused(String text) {
    // Given
    Findings findings = Findings.none();

    // When
    AutomatedTexts.checked("/texts", Map.of("en", text), findings);

    // Then
    assertThat(findings.areThere()).isTrue();
  }

  @Test
  void languagesAreKeptInTheUsualSpellingAndInOrder() {
    // Given
    Findings findings = Findings.none();

    // When
    Map<String, String> kept =
        Languages.canonical("/texts", Map.of("PT-br", "Oi", "DE", "Hallo"), findings);

    // Then
    assertThat(kept).containsExactly(Map.entry("de", "Hallo"), Map.entry("pt-BR", "Oi"));
    assertThat(findings.areThere()).isFalse();
  }

  @Test
  void languageThatStandsThereTwiceIsFound() {
    // Given
    Findings findings = Findings.none();

    // When
    Languages.canonical("/texts", Map.of("en", "a", "EN", "b"), findings);

    // Then
    assertThat(findings.areThere()).isTrue();
  }
}
