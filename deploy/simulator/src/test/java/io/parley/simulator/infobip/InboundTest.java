package io.parley.simulator.infobip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.delivery.Repetition;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Crowd;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.testing.Caller;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InboundTest {

  private static final String VECTOR =
      "{\"results\":[{\"messageId\":\"01HZX4P0Q7\",\"from\":\"447700900123\",\"to\":\"447700900999\","
          + "\"text\":\"STOP\",\"cleanText\":\"\",\"keyword\":\"STOP\","
          + "\"receivedAt\":\"2026-03-03T09:05:07.120+0000\",\"smsCount\":1,"
          + "\"price\":{\"pricePerMessage\":0,\"currency\":\"EUR\"}}],"
          + "\"messageCount\":1,\"pendingMessageCount\":0}";
  private static final String SECRET = "infobip-hook-secret-1";
  private static final String HEX =
      "dcf292c466d324b900a7b64daac8f0c71ea0f774497f89d64235ac56d0af10c1";

  private final Fixture stage = new Fixture();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void bodyAndDigestAreThoseOfTheProviderFile() throws Exception {
    // Given
    InboundOrder order =
        Json.read(
            "{\"accountId\":\"xk3p9z\",\"from\":\"447700900123\",\"to\":\"447700900999\",\"keyword\":\"STOP\"}",
            InboundOrder.class);

    // When
    String body =
        Json.write(
            InboundBody.wrapped(
                List.of(
                    InboundBody.entry(
                        order,
                        "01HZX4P0Q7",
                        "STOP",
                        new Dates("+00:00"),
                        Instant.parse("2026-03-03T09:05:07.120Z"))),
                0));
    Map<String, String> proof =
        Security.hmac(SECRET, Security.Algorithm.SHA_256, "X-Hub").proof(SignatureKind.VALID, body);

    // Then
    assertThat(body).isEqualTo(VECTOR).hasSize(273);
    assertThat(proof).containsExactly(Map.entry("X-Hub", HEX));
    assertThat(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(HEX)))
        .isEqualTo("3PKSxGbTJLkAp7ZNqsjwxx6g93RJf4nWQjWsVtCvEME=");
  }

  @Test
  void forwardedMessageArrivesWithoutProof() {
    // When
    Delivered result = stage.simulator.infobip().receive(order("Zoë 📦"));

    // Then
    Request request = stage.receiver.requests().getFirst();
    assertThat(result.acknowledged()).isEqualTo(1);
    assertThat(request.path()).isEqualTo("/webhooks/infobip/ch_3/9fT2");
    assertThat(request.header("authorization")).isNull();
    JsonNode entry = Json.tree(request.body()).path("results").path(0);
    assertThat(entry.path("text").asText()).isEqualTo("Zoë 📦");
    assertThat(entry.path("cleanText").asText()).isEqualTo("Zoë 📦");
    assertThat(entry.has("keyword")).isFalse();
    assertThat(entry.path("receivedAt").asText()).endsWith("+0000");
  }

  @ParameterizedTest
  @EnumSource(Security.Algorithm.class)
  void subscriptionSignsWithEachAlgorithm(Security.Algorithm algorithm) {
    // Given
    Security security = Security.hmac(SECRET, algorithm, "X-Signature");
    subscribe(security);

    // When
    stage.simulator.infobip().receive(order("Hi"));

    // Then
    Request request = stage.receiver.requests().getFirst();
    assertThat(request.header("x-signature"))
        .isEqualTo(security.proof(SignatureKind.VALID, request.body()).get("X-Signature"))
        .matches("[0-9a-f]{32,128}");
  }

  @ParameterizedTest
  @CsvSource({"VALID, Basic dTpw", "NONE,", "WRONG, Basic dTpub2JvZHkncyBzZWNyZXQ="})
  void subscriptionSignsInWithBasic(SignatureKind kind, String expected) {
    // Given
    subscribe(Security.basic("u", "p"));

    // When
    stage.simulator.infobip().receive(order("Hi").signed(kind));

    // Then
    assertThat(stage.receiver.requests().getFirst().header("authorization")).isEqualTo(expected);
  }

  @Test
  void digestCanBeBase64WithAPrefix() throws Exception {
    // Given
    stage.put(
        "\"subscription\":{\"notifyUrl\":\"https://hooks.example.org/s\",\"security\":{\"type\":\"HMAC\","
            + "\"secretKey\":\"infobip-hook-secret-1\",\"algorithm\":\"HMAC_SHA_256\",\"headerName\":\"X-Sig\","
            + "\"base64\":true,\"prefix\":\"sha256=\"}}");

    // When
    stage.simulator.infobip().receive(order("Hi"));

    // Then
    assertThat(stage.receiver.requests().getFirst().header("x-sig"))
        .startsWith("sha256=")
        .hasSize(7 + 44);
  }

  @Test
  void customHeadersAreSent() throws Exception {
    // Given
    stage.put(
        "\"subscription\":{\"notifyUrl\":\"https://hooks.example.org/s\",\"events\":[\"INBOUND_MESSAGE\"],"
            + "\"security\":{\"type\":\"CUSTOM\",\"headers\":{\"X-Secret\":\"s3\"}}}");

    // When
    stage.simulator.infobip().receive(order("Hi"));

    // Then
    assertThat(stage.receiver.requests().getFirst().header("x-secret")).isEqualTo("s3");
  }

  @Test
  void severalMessagesShareAWebhook() {
    // When
    Delivered result = stage.simulator.infobip().receive(order("Hi {n}").by(new Crowd(2, 2, 2), 3));

    // Then
    assertThat(stage.receiver.requests()).hasSize(4);
    assertThat(result.messageIds()).hasSize(6);
    assertThat(Json.tree(stage.receiver.requests().getFirst().body()).path("messageCount").asInt())
        .isEqualTo(3);
  }

  @Test
  void failedWebhookIsRepeated() {
    // Given
    stage.receiver.answerNext(Answer.empty(401), Answer.empty(302));

    // When
    Delivered result = stage.simulator.infobip().receive(order("Hi"));

    // Then
    assertThat(result.deliveries().getFirst().attempts()).containsExactly("401", "302", "200");
  }

  @Test
  void pictureComesInTheFormatOfMms() throws Exception {
    // When
    Caller.Result result =
        stage.caller.json(
            "POST",
            "/control/infobip/inbound",
            "{\"accountId\":\"xk3p9z\",\"from\":\"447700900123\",\"to\":\"447700900999\",\"body\":\"STOP\","
                + "\"media\":[{\"contentType\":\"image/png\",\"url\":\"https://media.example.org/1\"}]}");

    // Then
    assertThat(result.status()).isEqualTo(200);
    JsonNode entry = Json.tree(stage.receiver.requests().getFirst().body()).path("results").path(0);
    assertThat(entry.has("text")).isFalse();
    assertThat(entry.path("message").path(0).path("value").asText()).isEqualTo("STOP");
    assertThat(entry.path("message").path(1).path("url").asText())
        .isEqualTo("https://media.example.org/1");
  }

  @Test
  void keywordBlocksItsSenderWhereConfigured() throws Exception {
    // Given
    stage.put("\"stopKeywords\":[\"STOP\"]");

    // When
    stage.simulator.infobip().receive(order(" stop "));

    // Then
    JsonNode item = stage.send().body().path("messages").path(0);
    assertThat(item.path("status").path("name").asText())
        .isEqualTo("REJECTED_DESTINATION_BLOCKLISTED");
  }

  private void subscribe(Security security) {
    stage.put(
        stage
            .account()
            .forwarding(null, stage.receiver.base(), Repetition.NONE)
            .with(new Subscription(Fixture.HOOK, List.of(), security)));
  }

  private static InboundOrder order(String text) {
    return InboundOrder.text(Fixture.ACCOUNT, Fixture.CUSTOMER, Fixture.NUMBER, text);
  }
}
