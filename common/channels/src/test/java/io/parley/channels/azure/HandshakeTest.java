package io.parley.channels.azure;

import static io.parley.channels.azure.Samples.CLOUD_EVENT;
import static io.parley.channels.azure.Samples.EVENT_GRID;
import static io.parley.channels.azure.Samples.NOW;
import static io.parley.channels.azure.Samples.RESOURCE;
import static io.parley.channels.azure.Samples.account;
import static io.parley.channels.azure.Samples.call;
import static io.parley.channels.azure.Samples.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The handshakes of providers/azure-communication-services.md §4.5. */
class HandshakeTest {

  private static final String ASKED =
      "{\"id\":\"2d1781af\",\"topic\":\""
          + RESOURCE
          + "\",\"subject\":\"\",\"data\":%s,"
          + "\"eventType\":\"Microsoft.EventGrid.SubscriptionValidationEvent\","
          + "\"eventTime\":\"2026-03-03T09:00:00Z\",\"metadataVersion\":\"1\",\"dataVersion\":\"2\"}";
  private static final String DATA =
      "{\"validationCode\":\"5B1C2E0A-77\","
          + "\"validationUrl\":\"https://rp-eastus.eventgrid.azure.net:553/x\"}";
  private static final WebhookAnswer ANSWER =
      new WebhookAnswer(200, "application/json", "{\"validationResponse\":\"5B1C2E0A-77\"}");

  private final AzureReceiver receiver = new AzureReceiver();

  @Test
  void validationEventIsAnsweredWithItsCode() {
    // Given
    String body = "[" + ASKED.formatted(DATA) + "]";

    // When
    Reception reception =
        receiver.receive(
            post(EVENT_GRID, body, "aeg-event-type", "SubscriptionValidation"), account(), NOW);

    // Then
    assertThat(reception).isEqualTo(Reception.Understood.nothing(ANSWER));
  }

  @Test
  void validationEventIsReadAsAnObjectWithItsDataInAString() {
    // Given
    String body =
        ASKED
            .formatted("\"" + DATA.replace("\"", "\\\"") + "\"")
            .replace("eventType", "type")
            .replace("topic", "source");

    // When
    Reception reception = receiver.receive(post(CLOUD_EVENT, body), account(), NOW);

    // Then
    assertThat(reception).isEqualTo(Reception.Understood.nothing(ANSWER));
  }

  @Test
  void codeIsEscaped() {
    // Given
    String body = ASKED.formatted("{\"validationCode\":\"a\\\"b\"}");

    // When
    Reception reception = receiver.receive(post(EVENT_GRID, body), account(), NOW);

    // Then
    assertThat(((Reception.Understood) reception).answer().body())
        .isEqualTo("{\"validationResponse\":\"a\\\"b\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "7", "\"text\"", "{\"validationCode\":[]}"})
  void validationEventWithoutCodeIsNotUnderstood(String data) {
    // When
    Reception reception = receiver.receive(post(EVENT_GRID, ASKED.formatted(data)), account(), NOW);

    // Then
    assertThat(reception)
        .isEqualTo(
            new Reception.NotUnderstood(
                "a validation event without validationCode", WebhookAnswer.OK));
  }

  @ParameterizedTest
  @CsvSource({
    "eventgrid.azure.net, eventgrid.azure.net",
    "EventGrid.azure.net, eventgrid.azure.net",
    "eventgrid.azure.us, 'eventgrid.azure.net, eventgrid.azure.us'"
  })
  void allowedOriginIsAnsweredWithItself(String origin, String allowed) {
    // Given
    OpenAccount account = account(Map.of("allowedOrigins", allowed), Map.of());

    // When
    Reception reception =
        receiver.receive(
            call("OPTIONS", null, null, "", "WebHook-Request-Origin", origin), account, NOW);

    // Then
    assertThat(reception)
        .isEqualTo(
            Reception.Understood.nothing(
                new WebhookAnswer(
                    200,
                    null,
                    "",
                    Map.of(
                        "WebHook-Allowed-Origin", origin,
                        "WebHook-Allowed-Rate", "*",
                        "Allow", "POST, OPTIONS"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "evil.example", "eventgrid.azure.net.evil.example", "*"})
  void otherOriginsGetNoPermission(String origin) {
    // When
    Reception reception =
        receiver.receive(
            call("OPTIONS", null, null, "", "WebHook-Request-Origin", origin), account(), NOW);

    // Then
    assertThat(reception)
        .isEqualTo(
            Reception.Understood.nothing(
                new WebhookAnswer(405, null, "", Map.of("Allow", "POST, OPTIONS"))));
  }
}
