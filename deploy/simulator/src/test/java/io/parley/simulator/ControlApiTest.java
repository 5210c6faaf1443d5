package io.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.simulator.recording.MessageFilter;
import io.parley.simulator.testing.Caller;
import io.parley.simulator.testing.Sample;
import io.parley.simulator.testing.Stage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlApiTest {

  private static final String ACCOUNT = "/control/accounts/" + Sample.ACCOUNT;

  private final Stage stage = new Stage();

  @AfterEach
  void stop() {
    stage.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT  | " + ACCOUNT + " | {\"authToken\":\"x\",\"token\":\"x\"} | token",
        "PUT  | " + ACCOUNT + " | {} | authToken",
        "PUT  | " + ACCOUNT + " | {\"authToken\":7} | authToken",
        "PUT  | "
            + ACCOUNT
            + " | {\"authToken\":\"x\",\"numbers\":[{\"number\":\"+12065550100\",\"channel\":\"fax\"}]} | numbers[0].channel",
        "PUT  | "
            + ACCOUNT
            + " | {\"authToken\":\"x\",\"numbers\":[{\"number\":\"12\",\"channel\":\"sms\"}]} | numbers[0].number",
        "PUT  | "
            + ACCOUNT
            + " | {\"authToken\":\"x\",\"numbers\":[{\"number\":\"+12065550100\",\"channel\":\"sms\",\"smsUrl\":\"ftp://a\"}]} | numbers[0].smsUrl",
        "PUT  | "
            + ACCOUNT
            + " | {\"authToken\":\"x\",\"deliverDelays\":{\"sentMs\":-1}} | deliverDelays.sentMs",
        "PUT  | /control/accounts/AC1 | {\"authToken\":\"x\"} | sid",
        "PUT  | /control/templates/HX0123456789abcdef0123456789abcdef | {} | body",
        "PUT  | /control/faults | [{\"action\":{\"type\":\"explode\"}}] | [0].action",
        "PUT  | /control/faults | [{\"match\":{\"subject\":\"x\"},\"action\":{\"type\":\"dropAnswer\"}}] | [0].match.subject",
        "PUT  | /control/faults | [{\"action\":{\"type\":\"serverError\",\"status\":200}}] | [0].action.status",
        "PUT  | /control/faults | [{}] | [0].action",
        "POST | /control/clock | {\"advanceSeconds\":1,\"instant\":\"2026-11-20T10:00:00Z\"} | instant",
        "POST | /control/inbound | {\"accountSid\":\""
            + Sample.ACCOUNT
            + "\",\"to\":\"+12065550100\"} | from",
        "POST | /control/inbound | {\"accountSid\":\""
            + Sample.OTHER_ACCOUNT
            + "\",\"from\":\"+12065550142\",\"to\":\"+12065550100\"} | accountSid",
        "GET  | /control/messages?sender=x | {} | sender",
        "GET  | /control/messages?limit=5001 | {} | limit",
        "GET  | /control/messages?after=first | {} | after",
      })
  void refusalNamesTheField(String method, String path, String json, String field)
      throws Exception {
    // When
    Caller.Result result = stage.caller.json(method, path, json);

    // Then
    assertThat(result.status()).isEqualTo(400);
    assertThat(result.headers().get("content-type")).isEqualTo("application/problem+json");
    assertThat(result.body().path("field").asText()).isEqualTo(field);
    assertThat(result.body().path("type").asText())
        .isEqualTo("urn:parley:simulator:problem:invalid-field");
  }

  @Test
  void textThatIsNotJsonIsRefused() throws Exception {
    // When
    Caller.Result result = stage.caller.json("PUT", ACCOUNT, "{authToken");

    // Then
    assertThat(result.status()).isEqualTo(400);
  }

  @Test
  void unknownPathIsNotFound() throws Exception {
    // When
    Caller.Result result = stage.caller.json("POST", "/control/nothing", "{}");

    // Then
    assertThat(result.status()).isEqualTo(404);
    assertThat(result.body().path("detail").asText()).isEqualTo("POST /control/nothing");
  }

  @Test
  void messagesShowWhatWasSentInOrderAndWhatWasReported() throws Exception {
    // Given
    stage.send("first");
    stage.send("second");
    await()
        .untilAsserted(
            () ->
                assertThat(stage.simulator.messages())
                    .allSatisfy(message -> assertThat(message.callbacks()).hasSize(2)));

    // When
    Caller.Result result = stage.caller.get("/control/messages?to=%2B12065550142&after=1");

    // Then
    assertThat(result.body().path("total").asInt()).isEqualTo(2);
    assertThat(result.body().path("messages")).hasSize(1);
    var message = result.body().path("messages").path(0);
    assertThat(message.path("sequence").asInt()).isEqualTo(2);
    assertThat(message.path("parameters").path("Body").path(0).asText()).isEqualTo("second");
    assertThat(message.path("callbacks").path(1).path("status").asText()).isEqualTo("delivered");
    assertThat(message.path("callbacks").path(1).path("answered").asInt()).isEqualTo(200);
  }

  @Test
  void requestsShowRefusedOnesAndNoCredentials() throws Exception {
    // Given
    stage.send("");

    // When
    Caller.Result result = stage.caller.get("/control/requests");

    // Then
    var request = result.body().path("requests").path(0);
    assertThat(request.path("status").asInt()).isEqualTo(400);
    assertThat(request.path("errorCode").asInt()).isEqualTo(21602);
    assertThat(result.body().toString()).doesNotContain(Sample.TOKEN, "Basic ");
  }

  @Test
  void faultsShowHowOftenTheyStruck() throws Exception {
    // Given
    stage.caller.json(
        "PUT",
        "/control/faults",
        "[{\"match\":{\"bodyContains\":\"x\"},\"times\":1,\"action\":{\"type\":\"dropAnswer\"}}]");
    stage.send("y");

    // When
    Caller.Result result = stage.caller.get("/control/faults");

    // Then
    assertThat(result.body().path(0).path("struck").asInt()).isZero();
    assertThat(result.body().path(0).path("rule").path("action").path("type").asText())
        .isEqualTo("dropAnswer");
  }

  @Test
  void clockMovesAndGoesBack() throws Exception {
    // When
    stage.caller.json("POST", "/control/clock", "{\"advanceSeconds\":86400}");
    Instant moved = stage.simulator.clock().instant();
    stage.caller.json("POST", "/control/clock", "{}");

    // Then
    assertThat(Duration.between(Instant.now(), moved)).isGreaterThan(Duration.ofHours(23));
    assertThat(stage.simulator.clock().instant()).isBefore(Instant.now().plusSeconds(60));
  }

  @Test
  void resetForgetsEverything() throws Exception {
    // Given
    stage.send("Hi");

    // When
    Caller.Result result = stage.caller.json("DELETE", "/control", "");

    // Then
    assertThat(result.status()).isEqualTo(204);
    assertThat(stage.simulator.messages()).isEmpty();
    assertThat(stage.send("Hi").status()).isEqualTo(401);
  }

  @Test
  void recordingsCanBeForgottenAlone() throws Exception {
    // Given
    stage.send("Hi");

    // When
    stage.caller.json("DELETE", "/control/recordings", "");

    // Then
    assertThat(stage.simulator.messages()).isEmpty();
    assertThat(stage.send("Hi").status()).isEqualTo(201);
  }

  @Test
  void memoryIsBounded() throws Exception {
    // Given
    try (Simulator small = Simulator.start(new SimulatorOptions("127.0.0.1", 0, 3, 2))) {
      small.twilio().putAccount(Sample.ACCOUNT, Sample.account(stage.receiver.base()));
      Caller caller = new Caller(small.baseUrl(), Sample.ACCOUNT, Sample.TOKEN);

      // When
      for (int i = 1; i <= 5; i++) {
        caller.post(
            Sample.MESSAGES, "To", Sample.CUSTOMER, "From", Sample.NUMBER, "Body", "text " + i);
      }

      // Then
      assertThat(small.messages(MessageFilter.ALL))
          .extracting("body")
          .containsExactly("text 4", "text 5");
      assertThat(small.requests()).hasSize(3);
      assertThat(caller.get(Sample.MESSAGES).body().path("messages")).hasSize(2);
    }
  }

  @Test
  void summaryTellsThatItIsReady() throws Exception {
    // When
    Caller.Result result = stage.caller.get("/control");

    // Then
    assertThat(result.body().path("status").asText()).isEqualTo("ready");
    assertThat(result.body().path("providers").path(0).asText()).isEqualTo("twilio");
  }
}
