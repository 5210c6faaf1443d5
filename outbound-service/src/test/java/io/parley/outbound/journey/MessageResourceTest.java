package io.parley.outbound.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.parley.events.DeliveryState;
import io.parley.events.configuration.User;
import io.parley.events.configuration.User.Role;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.testing.ConfigurationTopic;
import io.parley.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessageResourceTest extends Journey {

  private String supervisor() {
    return token(Role.SUPERVISOR);
  }

  /** Of a user who is known. */
  private String token(Role role) {
    UUID id = UUID.randomUUID();
    ConfigurationTopic.publish(
        new User(id, "Somebody", id + "@example.org", Set.of(role), 0, true));
    await().until(() -> configuration.current().user(id).isPresent());
    return TestTokens.token(id, role);
  }

  @Test
  void messageIsShownWithItsAttemptsAndReportsButNotWithItsText() {
    // Given
    simulator()
        .faults(FaultRule.times(1, FaultMatch.to(customer), new Fault.TooManyRequests(null)));
    UUID message = reply("confidential");
    awaitState(message, DeliveryState.DELIVERED);

    // When
    var answer = given().auth().oauth2(supervisor()).get("/api/v1/messages/" + message).then();

    // Then
    answer
        .statusCode(200)
        .body("state", equalTo("DELIVERED"))
        .body("attempts.outcome", contains("RETRY_LATER", "ACCEPTED"))
        .body("reports.status", hasItem("DELIVERED"))
        .body(not(containsString("confidential")))
        .body(not(containsString(customer)));
  }

  @Test
  void unknownMessageIsAProblem() {
    // When
    var answer =
        given().auth().oauth2(supervisor()).get("/api/v1/messages/" + UUID.randomUUID()).then();

    // Then
    answer.statusCode(404).body("type", equalTo("urn:parley:problem:not-found"));
  }

  @Test
  void agentsSeeMessagesInTheirThreadsAndNotHere() {
    // Given
    String agent = token(Role.AGENT);

    // When
    var answer = given().auth().oauth2(agent).get("/api/v1/messages/" + UUID.randomUUID()).then();

    // Then
    answer.statusCode(403).body("type", equalTo("urn:parley:problem:forbidden"));
  }

  @Test
  void aTokenOfAUserWhoIsNotConfiguredAnyMoreIsNoGood() {
    // Given
    String unknown = TestTokens.token(UUID.randomUUID(), Role.SUPERVISOR);

    // When
    var answer = given().auth().oauth2(unknown).get("/api/v1/messages/" + UUID.randomUUID()).then();

    // Then
    answer.statusCode(401).body("type", equalTo("urn:parley:problem:unauthenticated"));
  }

  @Test
  void nobodyIsToldAnythingWithoutAToken() {
    // When
    var answer = given().get("/api/v1/messages/" + UUID.randomUUID()).then();

    // Then
    answer.statusCode(401).body("type", equalTo("urn:parley:problem:unauthenticated"));
  }

  @Test
  void metricsTellWhatWaitsAndWhatIsUnderWay() {
    // Given
    awaitState(reply("counted"), DeliveryState.DELIVERED);

    // When
    String metrics = given().get("/q/metrics").asString();

    // Then
    assertThat(metrics)
        .contains(
            "parley_outbound_calls",
            "parley_outbound_queued",
            "parley_outbound_unknown",
            "parley_outbound_changes_total{state=\"DELIVERED\"");
  }
}
