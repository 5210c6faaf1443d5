package io.parley.simulator.telesign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Crowd;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.testing.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InboundTest {

  private final Fixture stage = new Fixture();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void messageArrivesSigned() {
    // When
    Delivered result = stage.simulator.telesign().receive(order("Grüße 📦"));

    // Then
    assertThat(result.acknowledged()).isEqualTo(1);
    Request request = stage.receiver.requests().getFirst();
    assertThat(request.header("x-ts-authorization"))
        .isEqualTo(Signatures.ofCallback(Fixture.API_KEY, request.body()));
    JsonNode body = Json.tree(request.body());
    assertThat(body.path("sub_resource").asText()).isEqualTo("mo_sms");
    assertThat(body.path("user_response").path("mo_message").asText()).isEqualTo("Grüße 📦");
    assertThat(body.path("user_response").has("action")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = SignatureKind.class,
      names = {"WRONG", "SECONDARY"})
  void signatureCanBeWrong(SignatureKind kind) {
    // When
    stage.simulator.telesign().receive(order("Hi").signed(kind));

    // Then
    Request request = stage.receiver.requests().getFirst();
    assertThat(request.header("x-ts-authorization"))
        .isNotEqualTo(Signatures.ofCallback(Fixture.API_KEY, request.body()));
  }

  @Test
  void signatureCanBeMissing() {
    // When
    stage.simulator.telesign().receive(order("Hi").signed(SignatureKind.NONE));

    // Then
    assertThat(stage.receiver.requests().getFirst().headers())
        .doesNotContainKeys("authorization", "x-ts-authorization");
  }

  @Test
  void everyFailureIsRepeatedAndShown() {
    // Given
    stage.receiver.answerNext(Answer.empty(503), Answer.empty(202));

    // When
    Delivered result = stage.simulator.telesign().receive(order("Hi"));

    // Then
    assertThat(result.deliveries().getFirst().attempts()).containsExactly("503", "202", "200");
    assertThat(stage.receiver.requests()).extracting(Request::body).hasSize(3).containsOnly(body());
  }

  @Test
  void manyCustomersWriteAtOnce() {
    // When
    Delivered result = stage.simulator.telesign().receive(order("text {n}").by(new Crowd(5, 5, 2)));

    // Then
    assertThat(result.messageIds()).hasSize(5);
    assertThat(result.acknowledged()).isEqualTo(10);
    assertThat(stage.receiver.requests())
        .anyMatch(request -> request.body().contains("\"text 5\""));
  }

  @ParameterizedTest
  @CsvSource({" Stop , stop, stop", "ARRÊT, stop, arrêt", "start, start, start", "Hi, generic, ''"})
  void keywordsAreNamedWhereTheFeatureIsOn(String text, String action, String keyword)
      throws Exception {
    // Given
    stage.caller.json(
        "PUT",
        "/control/telesign/accounts/" + Fixture.CUSTOMER_ID,
        "{\"apiKey\":\""
            + Fixture.API_KEY
            + "\",\"senders\":[\"12065550100\"],\"keywords\":true,\"callback\":{\"url\":\""
            + Fixture.URL
            + "\",\"deliverTo\":\""
            + stage.receiver.base()
            + "\"}}");

    // When
    stage.simulator.telesign().receive(order(text));

    // Then
    JsonNode response = Json.tree(body()).path("user_response");
    assertThat(response.path("action").asText()).isEqualTo(action);
    assertThat(response.path("keyword").asText()).isEqualTo(keyword);
  }

  @Test
  void pictureArrivesAsAnotherKindOfMessage() throws Exception {
    // When
    Caller.Result result =
        stage.caller.json(
            "POST",
            "/control/telesign/inbound",
            "{\"accountId\":\""
                + Fixture.CUSTOMER_ID
                + "\",\"from\":\"12065550142\",\"to\":\"12065550100\",\"body\":\"look\","
                + "\"media\":[\"https://media.example.org/1.jpg\"],\"olderForm\":true}");

    // Then
    assertThat(result.body().path("deliveries").path(0).path("taken").asBoolean()).isTrue();
    JsonNode body = Json.tree(body());
    assertThat(body.path("sub_resource").asText()).isEqualTo("mo_mms");
    assertThat(body.path("errors").isArray()).isTrue();
    assertThat(body.path("user_response").path("content").path("url_image_1").asText())
        .isEqualTo("https://media.example.org/1.jpg");
  }

  @Test
  void unknownNumberIsRefused() throws Exception {
    // When
    Caller.Result result =
        stage.caller.json(
            "POST",
            "/control/telesign/inbound",
            "{\"accountId\":\""
                + Fixture.CUSTOMER_ID
                + "\",\"from\":\"12065550142\",\"to\":\"12065550101\"}");

    // Then
    assertThat(result.status()).isEqualTo(400);
    assertThat(result.body().path("field").asText()).isEqualTo("to");
  }

  private String body() {
    return stage.receiver.requests().getLast().body();
  }

  private static InboundOrder order(String text) {
    return InboundOrder.text(Fixture.CUSTOMER_ID, Fixture.CUSTOMER, Fixture.NUMBER, text);
  }
}
