package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.parley.events.Event;
import io.parley.events.TraceParent;
import io.parley.events.WebhookObserved;
import io.parley.events.WebhookObserved.Purpose;
import io.parley.events.WebhookObserved.Refused;
import io.parley.testing.TestKafka;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a provider reaches the webhook URLs of an account. */
@AdminTest
class HooksTest {

  private static final Random RANDOM = new Random(17);

  private final Api api = Api.administrator();
  private final String account = api.created("/api/v1/accounts", Api.account());
  private final String path = "/api/v1/accounts/" + account + "/hooks";

  @Test
  void everyUrlOfTheProviderIsListedWithWhereToPasteItAndNothingHasArrived() {
    // When
    awaitRead();

    // Then
    api.get(path)
        .then()
        .statusCode(200)
        .body("hooks.purpose", contains("INBOUND", "STATUS"))
        .body("hooks.verdict", everyItem(equalTo("NOTHING_YET")))
        .body("hooks[1].url", endsWith("/status"))
        .body("hooks[0].where", containsString("Twilio's console"));
  }

  @Test
  void lastCallsAreShownWithVerdictAndAdvice() {
    // Given
    Instant now = Instant.now();
    String signedUrl = "https://desk.example.org/webhooks/twilio/x/status";
    report(Purpose.INBOUND, now, 3, null);
    report(
        Purpose.STATUS, now, 1, new Refused(403, "does not fit", "X-Twilio-Signature", signedUrl));
    report(Purpose.OTHER, now, 1, new Refused(403, "does not fit", null, null));

    // When
    JsonPath hooks =
        await()
            .until(
                () -> api.get(path).jsonPath(),
                json -> json.getString("otherPaths.lastRefused.reason") != null);

    // Then
    assertThat(hooks.getString("hooks[0].verdict")).isEqualTo("ARRIVED");
    assertThat(hooks.getString("hooks[0].lastAccepted.from")).isEqualTo("192.0.2.7");
    assertThat(hooks.getLong("hooks[0].lastAccepted.count")).isEqualTo(3);
    assertThat(hooks.getString("hooks[1].verdict")).isEqualTo("REFUSED");
    assertThat(hooks.getString("hooks[1].lastRefused.signedUrl")).isEqualTo(signedUrl);
    assertThat(hooks.getString("hooks[1].advice")).contains(signedUrl, "character by character");
  }

  @Test
  void testArrivesOnlyWithACallSinceItBegan() {
    // Given
    report(Purpose.INBOUND, Instant.now().minusSeconds(60), 1, null);
    await().until(() -> "ARRIVED".equals(api.get(path).path("hooks[0].verdict")));

    // When
    String since =
        api.post(path + "/INBOUND/test", "{}")
            .then()
            .statusCode(200)
            .body("arrived", equalTo(false))
            .body("verdict", equalTo("NOTHING_YET"))
            .extract()
            .path("listeningSince");
    report(Purpose.INBOUND, Instant.now(), 2, null);

    // Then
    await()
        .untilAsserted(
            () ->
                api.get(path + "/INBOUND/test")
                    .then()
                    .statusCode(200)
                    .body("listeningSince", equalTo(since))
                    .body("arrived", equalTo(true))
                    .body("accepted.count", equalTo(2)));
  }

  @Test
  void olderReportOfAnotherInstanceReplacesNothing() {
    // Given
    Instant now = Instant.now();
    report(Purpose.INBOUND, now, 7, null);
    report(Purpose.INBOUND, now.minusSeconds(5), 1, null);
    report(Purpose.STATUS, now, 1, null);

    // When
    await().until(() -> "ARRIVED".equals(api.get(path).path("hooks[1].verdict")));

    // Then
    api.get(path).then().body("hooks[0].lastAccepted.count", equalTo(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"INBOUND_AND_STATUS", "OTHER", "anything", "STATUS"})
  void testThatCannotBeOrHasNotBegunIsNotFound(String purpose) {
    // Given
    awaitRead();

    // When / Then
    api.get(path + "/" + purpose + "/test").then().statusCode(404);
  }

  @Test
  void unknownAccountIsNotFound() {
    // When / Then
    api.get("/api/v1/accounts/" + UUID.randomUUID() + "/hooks").then().statusCode(404);
  }

  private void awaitRead() {
    await().atMost(Duration.ofSeconds(20)).until(() -> api.get(path).statusCode() == 200);
  }

  private void report(Purpose purpose, Instant at, long count, @Nullable Refused refused) {
    WebhookObserved call =
        new WebhookObserved(
            UUID.fromString(account),
            purpose,
            at,
            "192.0.2.7",
            UUID.randomUUID(),
            count,
            List.of(),
            false,
            refused);
    TestKafka.send(
        new Event<>(
            call.key() + "/" + UUID.randomUUID(),
            "/parley/ingress",
            call.key(),
            at,
            TraceParent.begin(RANDOM),
            call.key(),
            call));
  }
}
