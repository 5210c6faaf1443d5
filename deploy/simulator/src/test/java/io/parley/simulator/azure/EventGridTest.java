package io.parley.simulator.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Crowd;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.testing.Caller;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventGridTest {

  private static final String SUBSCRIPTION =
      "/control/azure/accounts/" + Fixture.ACCOUNT + "/subscriptions/acs-sms";

  private final Fixture stage = new Fixture();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void messageArrivesInTheEventGridSchema() {
    // Given
    stage.subscribe(Schema.EVENT_GRID);

    // When
    Delivered result = receive(SignatureKind.VALID);

    // Then
    Request request = stage.receiver.requests().getFirst();
    JsonNode event = Json.tree(request.body()).path(0);
    assertThat(result.acknowledged()).isEqualTo(1);
    assertThat(request.path() + "?" + request.rawQuery())
        .isEqualTo("/webhooks/acs/ch_7?code=s3cr3t");
    assertThat(request.header("aeg-event-type")).isEqualTo("Notification");
    assertThat(request.header("aeg-subscription-name")).isEqualTo("ACS-SMS");
    assertThat(request.header("aeg-delivery-count")).isEqualTo("0");
    assertThat(request.header("content-type")).isEqualTo("application/json; charset=utf-8");
    assertThat(event.path("id")).isEqualTo(event.path("data").path("messageId"));
    assertThat(event.path("topic").asText()).endsWith("/communicationservices/demo-helpdesk");
    assertThat(event.path("dataVersion").asText()).isEqualTo("1.0");
    assertThat(event.path("data").path("from").asText()).isEqualTo("14255550177");
    assertThat(event.path("data").path("to").asText()).isEqualTo("18335550142");
    assertThat(event.path("data").path("message").asText()).isEqualTo("Is my order on its way?");
    assertThat(event.path("data").path("segmentCount").asInt()).isEqualTo(1);
  }

  @Test
  void messageArrivesAsASingleCloudEvent() {
    // Given
    stage.subscribe(Schema.CLOUD_EVENTS);

    // When
    receive(SignatureKind.VALID);

    // Then
    Request request = stage.receiver.requests().getFirst();
    JsonNode event = Json.tree(request.body());
    assertThat(request.header("content-type"))
        .isEqualTo("application/cloudevents+json; charset=utf-8");
    assertThat(request.header("origin")).isEqualTo("eventgrid.azure.net");
    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("type").asText()).isEqualTo("Microsoft.Communication.SMSReceived");
    assertThat(event.path("source").asText()).endsWith("demo-helpdesk");
  }

  @ParameterizedTest
  @CsvSource({
    "eventGrid, application/json; charset=utf-8",
    "cloudEvents, application/cloudevents-batch+json; charset=utf-8",
  })
  void batchedEventsShareADelivery(String schema, String contentType) throws Exception {
    // Given
    subscribe(schema, "\"handshake\":\"none\",\"maxEventsPerBatch\":10,\"batchWindowMs\":300");

    // When
    Delivered result = stage.simulator.azure().receive(order("{n}").by(new Crowd(4, 4, 1)));

    // Then
    assertThat(result.acknowledged()).isEqualTo(4);
    assertThat(stage.receiver.requests()).hasSize(1);
    assertThat(stage.receiver.requests().getFirst().header("content-type")).isEqualTo(contentType);
    assertThat(Json.tree(stage.receiver.requests().getFirst().body())).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"VALID, code=s3cr3t, s3", "WRONG, code=wrong, wrong", "NONE,,"})
  void secretsStandInQueryAndHeaders(SignatureKind kind, String query, String header)
      throws Exception {
    // Given
    subscribe("eventGrid", "\"handshake\":\"none\",\"headers\":{\"X-Webhook-Secret\":\"s3\"}");

    // When
    receive(kind);

    // Then
    Request request = stage.receiver.requests().getFirst();
    assertThat(request.rawQuery()).isEqualTo(query);
    assertThat(request.header("x-webhook-secret")).isEqualTo(header);
  }

  @ParameterizedTest
  @CsvSource({
    "1, https://sts.windows.net/t-1/, appid",
    "2, https://login.microsoftonline.com/t-1/v2.0, azp",
  })
  void tokenCanBeVerifiedWithThePublishedKeys(int version, String issuer, String caller)
      throws Exception {
    // Given
    subscribe(
        "eventGrid",
        "\"handshake\":\"none\",\"entra\":{\"tenantId\":\"t-1\",\"audience\":\"api://desk\",\"version\":"
            + version
            + "}");

    // When
    receive(SignatureKind.VALID);

    // Then
    String authorization =
        String.valueOf(stage.receiver.requests().getFirst().header("authorization"));
    String[] token = authorization.replaceFirst("^Bearer ", "").split("\\.");
    JsonNode claims =
        Json.tree(new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8));
    assertThat(verified(token)).isTrue();
    assertThat(claims.path("iss").asText()).isEqualTo(issuer);
    assertThat(claims.path("aud").asText()).isEqualTo("api://desk");
    assertThat(claims.path(caller).asText()).isEqualTo("4962773b-9cdb-44cf-a8bf-237846a00ab7");
  }

  @Test
  void eventGridSchemaAsksForTheCode() throws Exception {
    // Given
    String settings = settings("eventGrid", "\"handshake\":\"automatic\"");

    // When
    JsonNode result = stage.caller.json("PUT", SUBSCRIPTION, settings).body();

    // Then
    Request request = stage.receiver.requests().getFirst();
    JsonNode event = Json.tree(request.body()).path(0);
    assertThat(request.header("aeg-event-type")).isEqualTo("SubscriptionValidation");
    assertThat(request.rawQuery()).isEqualTo("code=s3cr3t");
    assertThat(event.path("eventType").asText())
        .isEqualTo("Microsoft.EventGrid.SubscriptionValidationEvent");
    assertThat(event.path("data").path("validationCode").asText()).isNotEmpty();
    assertThat(result.path("validated").asBoolean()).isFalse();
    assertThat(stage.simulator.azure().receive(order("Hi")).deliveries().getFirst().url()).isNull();
  }

  @Test
  void endpointThatAnswersTheCodeGetsEvents() throws Exception {
    // Given
    stage.receiver.answerBy(
        request ->
            Answer.json(
                200,
                Map.of(
                    "validationResponse",
                    Json.tree(request.body())
                        .path(0)
                        .path("data")
                        .path("validationCode")
                        .asText())));

    // When
    subscribe("eventGrid", "\"handshake\":\"automatic\"");

    // Then
    assertThat(stage.simulator.azure().isValidated(Fixture.ACCOUNT, "acs-sms")).isTrue();
    assertThat(receive(SignatureKind.VALID).acknowledged()).isEqualTo(1);
  }

  @Test
  void addressOfTheHandshakeCanBeFollowed() throws Exception {
    // Given
    subscribe("eventGrid", "\"handshake\":\"manual\"");
    JsonNode data = Json.tree(stage.receiver.requests().getFirst().body()).path(0).path("data");
    String url = data.path("validationUrl").asText();

    // When
    Caller.Result followed =
        stage.caller.send("GET", url.substring(stage.simulator.baseUrl().length()), Map.of(), "");

    // Then
    assertThat(data.has("validationCode")).isFalse();
    assertThat(followed.status()).isEqualTo(200);
    assertThat(stage.caller.get(SUBSCRIPTION).body().path("validated").asBoolean()).isTrue();
    assertThat(receive(SignatureKind.VALID).acknowledged()).isEqualTo(1);
  }

  @Test
  void addressOfTheHandshakeIsGoodForTenMinutes() throws Exception {
    // Given
    subscribe("eventGrid", "\"handshake\":\"manual\"");
    String url =
        Json.tree(stage.receiver.requests().getFirst().body())
            .path(0)
            .path("data")
            .path("validationUrl")
            .asText();
    stage.simulator.advanceClock(Duration.ofMinutes(11));

    // When
    Caller.Result followed =
        stage.caller.send("GET", url.substring(stage.simulator.baseUrl().length()), Map.of(), "");

    // Then
    assertThat(followed.status()).isEqualTo(404);
    assertThat(stage.simulator.azure().isValidated(Fixture.ACCOUNT, "acs-sms")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "200, eventgrid.azure.net, true",
    "200, *, true",
    "200, example.org, false",
    "405, eventgrid.azure.net, false",
  })
  void cloudEventsSchemaAsksWithOptions(int status, String origin, boolean validated)
      throws Exception {
    // Given
    stage.receiver.answerNext(
        Answer.empty(status)
            .with("WebHook-Allowed-Origin", origin)
            .with("WebHook-Allowed-Rate", "*"));

    // When
    JsonNode result =
        stage.caller.json("PUT", SUBSCRIPTION, settings("cloudEvents", "\"maxAttempts\":3")).body();

    // Then
    Request request = stage.receiver.requests().getFirst();
    assertThat(request.method()).isEqualTo("OPTIONS");
    assertThat(request.header("webhook-request-origin")).isEqualTo("eventgrid.azure.net");
    assertThat(request.header("webhook-request-callback")).isNull();
    assertThat(result.path("validated").asBoolean()).isEqualTo(validated);
    assertThat(result.path("status").asInt()).isEqualTo(status);
    assertThat(result.path("allowedOrigin").asText()).isEqualTo(origin);
  }

  @Test
  void endOfASubscriptionIsTold() throws Exception {
    // Given
    stage.subscribe(Schema.EVENT_GRID);

    // When
    Caller.Result result = stage.caller.json("DELETE", SUBSCRIPTION, "");

    // Then
    assertThat(result.status()).isEqualTo(204);
    assertThat(stage.receiver.requests().getFirst().header("aeg-event-type"))
        .isEqualTo("SubscriptionDeletion");
    assertThat(stage.caller.get(SUBSCRIPTION).status()).isEqualTo(404);
  }

  @Test
  void subscriptionsGetWhatTheyWant() throws Exception {
    // Given
    subscribe("eventGrid", "\"handshake\":\"none\",\"events\":[\"smsDeliveryReportReceived\"]");

    // When
    Delivered result = stage.simulator.azure().receive(order("Hi"));

    // Then
    assertThat(result.deliveries().getFirst().url()).isNull();
    assertThat(stage.receiver.requests()).isEmpty();
  }

  @Test
  void unknownSenderIsRefused() throws Exception {
    // When
    Caller.Result result =
        stage.caller.json(
            "POST",
            "/control/azure/inbound",
            "{\"accountId\":\"demo-helpdesk\",\"from\":\"+14255550177\",\"to\":\"+18335550143\"}");

    // Then
    assertThat(result.status()).isEqualTo(400);
    assertThat(result.body().path("field").asText()).isEqualTo("to");
  }

  private boolean verified(String[] token) throws Exception {
    JsonNode key =
        stage
            .caller
            .send("GET", "/t-1/discovery/v2.0/keys", Map.of(), "")
            .body()
            .path("keys")
            .path(0);
    PublicKey published =
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(key.path("n")), number(key.path("e"))));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(published);
    signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.UTF_8));
    return signature.verify(Base64.getUrlDecoder().decode(token[2]));
  }

  private static BigInteger number(JsonNode encoded) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(encoded.asText()));
  }

  private void subscribe(String schema, String field) throws Exception {
    stage.caller.json("PUT", SUBSCRIPTION, settings(schema, field));
  }

  private String settings(String schema, String field) {
    return "{\"endpoint\":{\"url\":\""
        + Fixture.HOOK
        + "\",\"deliverTo\":\""
        + stage.receiver.base()
        + "\"},\"schema\":\""
        + schema
        + "\",\"repetition\":{\"retries\":2,\"faster\":1000000},"
        + field
        + "}";
  }

  private Delivered receive(SignatureKind kind) {
    return stage.simulator.azure().receive(order("Is my order on its way?").signed(kind));
  }

  private static InboundOrder order(String text) {
    return InboundOrder.text(Fixture.ACCOUNT, Fixture.CUSTOMER, Fixture.NUMBER, text);
  }
}
