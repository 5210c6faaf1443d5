package io.parley.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.FailureKind;
import io.parley.simulator.delivery.Outcome;
import io.parley.simulator.delivery.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookUrlTest {

  @Test
  void fragmentAndUserAreNotSigned() {
    // Given
    WebhookUrl url = new WebhookUrl("https://ada:secret@desk.example.org:8443/a?b=%2f#rc=3");

    // When
    String signed = url.signed();

    // Then
    assertThat(signed).isEqualTo("https://desk.example.org:8443/a?b=%2f");
    assertThat(url.authorization()).contains("Basic YWRhOnNlY3JldA==");
  }

  @Test
  void baseReplacesSchemeHostAndPortOnly() {
    // Given
    WebhookUrl url = new WebhookUrl("https://desk.example.org:8443/a/b?c=%2F+d#rc=1");

    // When
    String delivered = url.deliveredTo("http://localhost:8081/").toString();

    // Then
    assertThat(delivered).isEqualTo("http://localhost:8081/a/b?c=%2F+d");
  }

  @Test
  void withoutOverridesOneConnectionFailureIsRepeated() {
    // When
    RetryPolicy policy = new WebhookUrl("https://desk.example.org/a").retries();

    // Then
    assertThat(policy.retries()).isEqualTo(1);
    assertThat(repeated(policy)).containsExactly(FailureKind.CONNECTION);
  }

  @Test
  void overridesAreReadFromTheFragment() {
    // When
    RetryPolicy policy =
        new WebhookUrl("https://desk.example.org/a#rc=5&rp=5xx,ct,rt&rt=5000").retries();

    // Then
    assertThat(policy.retries()).isEqualTo(5);
    assertThat(policy.readTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(repeated(policy))
        .containsExactlyInAnyOrder(
            FailureKind.SERVER_ERROR, FailureKind.CONNECTION, FailureKind.READ_TIMEOUT);
  }

  private static List<FailureKind> repeated(RetryPolicy policy) {
    Map<FailureKind, Outcome> failures =
        Map.of(
            FailureKind.CONNECTION, new Outcome.Unanswered(FailureKind.CONNECTION, "refused"),
            FailureKind.READ_TIMEOUT, new Outcome.Unanswered(FailureKind.READ_TIMEOUT, "late"),
            FailureKind.CLIENT_ERROR, new Outcome.Answered(404, Map.of(), ""),
            FailureKind.SERVER_ERROR, new Outcome.Answered(502, Map.of(), ""));
    return failures.entrySet().stream()
        .filter(e -> policy.repeated().test(new Attempt(1, Instant.EPOCH, 0, e.getValue())))
        .map(Map.Entry::getKey)
        .toList();
  }
}
