package io.parley.simulator.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.testing.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GbmTest {

  private final GoogleStage stage = new GoogleStage();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void messageIsAnsweredWithItsName() throws Exception {
    // When
    Exchange.Result result =
        stage.message(
            """
            {"messageId":"5e8a7b2c-0f3d-4c7e-8d11-9a2b3c4d5e6f","text":"We open at nine. Shall I hold the book?",
             "representative":{"representativeType":"HUMAN","displayName":"Tomás"},"fallback":"We open at nine.",
             "suggestions":[{"reply":{"text":"Yes","postbackData":"hold_yes"}},{"action":{"text":"Route","postbackData":"route","openUrlAction":{"url":"https://harborbooks.example/route"}}}]}
            """);

    // Then
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.json().path("name").asText())
        .isEqualTo(
            "conversations/"
                + GoogleStage.CONVERSATION
                + "/messages/5e8a7b2c-0f3d-4c7e-8d11-9a2b3c4d5e6f");
    assertThat(stage.simulator.messages().getFirst().body())
        .isEqualTo("We open at nine. Shall I hold the book?");
  }

  @Test
  void receiptsFollowAndAreSignedOverTheBody() throws Exception {
    // Given
    stage.put(Map.of("readReceipts", true));

    // When
    stage.send("m-1", "Hi");

    // Then
    await().untilAsserted(() -> assertThat(stage.receiver.requests()).hasSize(2));
    for (Request request : stage.receiver.requests()) {
      assertThat(request.path()).isEqualTo("/hooks/gbm");
      assertThat(request.header(GoogSignature.HEADER))
          .isEqualTo(GoogSignature.of(GoogleStage.CLIENT_TOKEN, request.body()));
    }
    assertThat(stage.receiver.requests())
        .extracting(request -> receiptType(request.body()))
        .containsExactly("DELIVERED", "READ");
  }

  @Test
  void usedMessageIdIsRefusedAsExisting() throws Exception {
    // Given
    stage.send("m-1", "Hi");

    // When
    Exchange.Result again = stage.send("m-1", "Hi");

    // Then
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().path("error").path("status").asText()).isEqualTo("ALREADY_EXISTS");
    assertThat(stage.simulator.messages()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[]",
        "{}",
        "{'text':'Hi',HUMAN}",
        "{'messageId':'m','text':'Hi'}",
        "{'messageId':'m','text':'Hi','representative':{'representativeType':'ALIEN'}}",
        "{'messageId':'m','text':'Hi','representative':{'representativeType':'BOT','avatarImage':'http://x.example/a.png'}}",
        "{'messageId':'m',HUMAN}",
        "{'messageId':'m','text':5,HUMAN}",
        "{'messageId':'m','text':'','unknown':1,HUMAN}",
        "{'messageId':'m','text':'Hi','colour':'red',HUMAN}",
        "{'messageId':'m','text':'Hi','image':{'contentInfo':{'fileUrl':'https://x.example/a.png'}},HUMAN}",
        "{'messageId':'m','image':{'contentInfo':{'fileUrl':'http://x.example/a.png'}},HUMAN}",
        "{'messageId':'m','image':{'contentInfo':{}},HUMAN}",
        "{'messageId':'m','text':'**bold','containsRichText':true,'fallback':5,HUMAN}",
        "{'messageId':'m','text':'*bold','containsRichText':true,HUMAN}",
        "{'messageId':'m','text':'[label](','containsRichText':true,HUMAN}",
        "{'messageId':'m','text':'Hi','suggestions':[{'reply':{'text':'abcdefghijklmnopqrstuvwxyz','postbackData':'p'}}],HUMAN}",
        "{'messageId':'m','text':'Hi','suggestions':[{'action':{'text':'Go','postbackData':'p'}}],HUMAN}",
        "{'messageId':'m','richCard':{'carouselCard':{'cardContents':[{'title':'one'}]}},HUMAN}",
        "{'messageId':'m','richCard':{'carouselCard':{'cardWidth':'SMALL','cardContents':[{'media':{'height':'TALL'}},{'title':'b'}]}},HUMAN}",
      })
  void malformedMessageIsAnInvalidArgument(String body) throws Exception {
    // When
    Exchange.Result result =
        stage.message(body.replace("HUMAN", GoogleStage.HUMAN).replace('\'', '"'));

    // Then
    assertThat(result.status()).isEqualTo(400);
    assertThat(result.json().path("error").path("status").asText()).isEqualTo("INVALID_ARGUMENT");
    assertThat(result.json().path("error").path("code").asInt()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"3072, 200", "3073, 400"})
  void textHasItsLimit(int length, int status) throws Exception {
    // When
    Exchange.Result result = stage.send("m", "x".repeat(length));

    // Then
    assertThat(result.status()).isEqualTo(status);
  }

  @Test
  void plainDeviceNeedsAFallback() throws Exception {
    // Given
    stage.put(Map.of("plainDevices", List.of(GoogleStage.CONVERSATION)));
    String image =
        "{\"messageId\":\"m\",\"image\":{\"contentInfo\":{\"fileUrl\":\"https://x.example/a.png\"}},%s"
            + GoogleStage.HUMAN
            + "}";

    // When
    Exchange.Result without = stage.message(image.formatted(""));
    Exchange.Result with = stage.message(image.formatted("\"fallback\":\"a picture\","));

    // Then
    assertThat(without.json().path("error").path("status").asText())
        .isEqualTo("FAILED_PRECONDITION");
    assertThat(with.status()).isEqualTo(200);
  }

  @Test
  void unknownConversationMayNotBeWrittenTo() throws Exception {
    // When
    Exchange.Result result =
        stage.call("POST", "/v1/conversations/other/messages", TokenIssuer.MESSAGES, "{}");

    // Then
    assertThat(result.status()).isEqualTo(403);
    assertThat(result.json().path("error").path("status").asText()).isEqualTo("PERMISSION_DENIED");
  }

  @Test
  void conversationClosesAfterThirtyDays() throws Exception {
    // Given
    stage.simulator.advanceClock(Duration.ofDays(30));

    // When
    Exchange.Result result = stage.send("m-1", "Hi");

    // Then
    assertThat(result.status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"suspended, 403", "discontinued, 404"})
  void agentCanBeOutOfService(String agentStatus, int status) throws Exception {
    // Given
    stage.put(Map.of("status", agentStatus));

    // When
    Exchange.Result sent = stage.send("m-1", "Hi");
    Exchange.Result checked = agent("/v1/brands/1b9d6bcd-harbor/agents/5f0c2a77-books");

    // Then
    assertThat(sent.status()).isEqualTo(status);
    assertThat(checked.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/brands/1b9d6bcd-harbor/agents/5f0c2a77-books, 200",
    "/v1/brands/1b9d6bcd-harbor/agents/other, 404",
    "/v1/brands/other/agents/5f0c2a77-books, 404",
  })
  void brandAndAgentCanBeProved(String path, int status) throws Exception {
    // When
    Exchange.Result result = agent(path);

    // Then
    assertThat(result.status()).isEqualTo(status);
  }

  @Test
  void eventsReceiptsAndSurveysAreTaken() throws Exception {
    // Given
    String base = "/v1/conversations/" + GoogleStage.CONVERSATION;
    String typing = "{\"eventType\":\"TYPING_STARTED\"," + GoogleStage.HUMAN + "}";

    // When
    Exchange.Result event =
        stage.call("POST", base + "/events?eventId=e-1", TokenIssuer.MESSAGES, typing);
    Exchange.Result same =
        stage.call("POST", base + "/events?eventId=e-1", TokenIssuer.MESSAGES, typing);
    Exchange.Result read =
        stage.call(
            "PATCH",
            base + "/messages/m-9/receipt",
            TokenIssuer.MESSAGES,
            "{\"receiptType\":\"READ\"}");
    Exchange.Result survey =
        stage.call("POST", base + "/surveys?surveyId=s-1", TokenIssuer.MESSAGES, "");
    Exchange.Result second =
        stage.call("POST", base + "/surveys?surveyId=s-2", TokenIssuer.MESSAGES, "");

    // Then
    assertThat(event.status()).isEqualTo(200);
    assertThat(same.status()).isEqualTo(409);
    assertThat(read.status()).isEqualTo(200);
    assertThat(survey.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(429);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"text\": \"Hi\"; /message/text; Hi",
        "\"image\": \"\"; /message/text; https://storage.googleapis.com/business-messages-us/*",
        "\"typing\": false; /userStatus/isTyping; false",
        "\"typing\": true, \"textBooleans\": true; /userStatus/isTyping; true",
        "\"liveAgent\": true; /userStatus/requestedLiveAgent; true",
        "\"suggestion\": {\"messageId\": \"m\", \"postbackData\": \"yes\"}; /suggestionResponse/type; REPLY",
        "\"suggestion\": {\"messageId\": \"m\", \"postbackData\": \"yes\"}, \"fixtureNames\": true; /suggestionResponse/suggestionType; REPLY",
        "\"survey\": {\"survey\": \"s\", \"rating\": \"SATISFIED\"}; /surveyResponse/rating; SATISFIED",
        "\"receipts\": [{\"messageId\": \"m\", \"type\": \"READ\"}]; /receipts/receipts/0/receiptType; READ",
        "\"authentication\": {\"code\": \"c\"}; /authenticationResponse/code; c",
        "\"text\": \"Hi\", \"context\": {\"entryPoint\": \"MAPS\"}; /context/entryPoint; MAPS",
      })
  void everyKindOfEventReachesTheWebhook(String what, String pointer, String value)
      throws Exception {
    // When
    Delivered delivered = stage.simulator.google().receive(order(what));

    // Then
    assertThat(delivered.acknowledged()).isEqualTo(1);
    JsonNode event = GoogleStage.json(stage.receiver.requests().getFirst().body());
    assertThat(event.at(pointer).asText()).startsWith(value.replace("*", ""));
    assertThat(event.path("agent").asText())
        .isEqualTo("brands/1b9d6bcd-harbor/agents/5f0c2a77-books");
    assertThat(event.path("requestId").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"VALID, true", "SECONDARY, false", "WRONG, false"})
  void signatureCanBeWrong(SignatureKind kind, boolean fits) {
    // When
    stage.simulator.google().receive(order("\"text\": \"Hi\", \"signature\": \"" + kind + "\""));

    // Then
    Request request = stage.receiver.requests().getFirst();
    String right = GoogSignature.of(GoogleStage.CLIENT_TOKEN, request.body());
    assertThat(right.equals(request.header(GoogSignature.HEADER))).isEqualTo(fits);
  }

  @Test
  void signatureCanBeMissing() {
    // When
    stage.simulator.google().receive(order("\"text\": \"Hi\", \"signature\": \"none\""));

    // Then
    assertThat(stage.receiver.requests().getFirst().header(GoogSignature.HEADER)).isNull();
  }

  @Test
  void anythingButTwoHundredIsRepeatedWithTheSameBody() {
    // Given
    stage.receiver.answerNext(
        Answer.empty(204), Answer.empty(403), Answer.empty(500), Answer.empty(200));

    // When
    Delivered delivered = stage.simulator.google().receive(order("\"text\": \"Hi\""));

    // Then
    assertThat(delivered.deliveries().getFirst().attempts())
        .containsExactly("204", "403", "500", "200");
    assertThat(stage.receiver.requests())
        .extracting(Request::body)
        .hasSize(4)
        .containsOnly(stage.receiver.requests().getFirst().body());
  }

  @Test
  void customersCanWriteAtTheSameTime() {
    // When
    Delivered delivered =
        stage
            .simulator
            .google()
            .receive(
                order(
                    "\"text\": \"Message {n}\", \"crowd\": {\"count\": 3, \"parallel\": 3, \"copies\": 2}"));

    // Then
    assertThat(delivered.messageIds()).hasSize(3);
    assertThat(delivered.acknowledged()).isEqualTo(6);
  }

  @Test
  void firstMessageOpensTheConversation() throws Exception {
    // Given
    stage
        .simulator
        .google()
        .receive(
            Json.read(
                "{\"accountId\": \"acc-17\", \"conversationId\": \"fresh\", \"text\": \"Hi\"}",
                GbmOrder.class));

    // When
    Exchange.Result result =
        stage.call(
            "POST",
            "/v1/conversations/fresh/messages",
            TokenIssuer.MESSAGES,
            "{\"messageId\":\"m\",\"text\":\"Hello\"," + GoogleStage.HUMAN + "}");

    // Then
    assertThat(result.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"8841207719, true", "8841207719x, false", "'\"8841207719\"', false"})
  void handshakeWantsTheSecretAlone(String answer, boolean verified) {
    // Given
    stage.receiver.answerNext(Answer.text(200, "text/plain", answer));

    // When
    Handshake.Result result =
        stage.simulator.google().verify(new Handshake.Order("acc-17", null, "8841207719"));

    // Then
    assertThat(result.verified()).isEqualTo(verified);
    assertThat(stage.receiver.requests().getFirst().body())
        .isEqualTo("{\"clientToken\":\"gbm-ct-7Hq2Lw9ZpX4v\",\"secret\":\"8841207719\"}");
  }

  private Exchange.Result agent(String path) throws Exception {
    return stage.call("GET", path, TokenIssuer.COMMUNICATIONS, "");
  }

  private static GbmOrder order(String what) {
    return Json.read(
        "{\"accountId\": \"acc-17\", \"conversationId\": \""
            + GoogleStage.CONVERSATION
            + "\", "
            + what
            + "}",
        GbmOrder.class);
  }

  private static String receiptType(String body) {
    return Json.textAt(body, "/receipts/receipts/0/receiptType").orElse("");
  }
}
