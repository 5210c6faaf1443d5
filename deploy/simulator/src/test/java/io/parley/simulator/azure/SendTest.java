package io.parley.simulator.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.faults.ErrorCode;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.http.Answer;
import io.parley.simulator.testing.Caller;
import io.parley.simulator.testing.FaultCase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SendTest {

  private static final String ID = "7f3c1a52-0b7e-4d0e-9a51-6a1f0c2b9d11";
  private static final String FIRST_SENT = "Tue, 03 Mar 2026 09:05:07 GMT";
  private static final String TO_CUSTOMER = "{\"to\":\"" + Fixture.CUSTOMER + "\"}";

  private final Fixture stage = new Fixture();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void messageIsQueued() throws Exception {
    // When
    Caller.Result result = stage.send();

    // Then
    JsonNode item = result.body().path("value").path(0);
    assertThat(result.status()).isEqualTo(202);
    assertThat(result.headers()).containsEntry("retry-after", "0").containsKey("ms-cv");
    assertThat(item.path("to").asText()).isEqualTo(Fixture.CUSTOMER);
    assertThat(item.path("messageId").asText()).matches("Outgoing_[0-9]{14}.*_noam");
    assertThat(item.path("successful").asBoolean()).isTrue();
    assertThat(item.has("repeatabilityResult")).isFalse();
    assertThat(stage.simulator.messages())
        .singleElement()
        .satisfies(message -> assertThat(message.body()).isEqualTo("Olá, ready ✅"));
  }

  @Test
  void recipientsFailOneByOne() throws Exception {
    // When
    JsonNode items =
        stage
            .send(
                Fixture.message(TO_CUSTOMER + ",{\"to\":\"+1555\"},{\"to\":\"14255550177\"}", "x"))
            .body()
            .path("value");

    // Then
    assertThat(items)
        .extracting(i -> i.path("httpStatusCode").asInt())
        .containsExactly(202, 400, 400);
    assertThat(items.path(1).path("errorMessage").asText())
        .isEqualTo("Invalid To phone number format.");
    assertThat(items.path(1).has("messageId")).isFalse();
    assertThat(stage.simulator.messages()).hasSize(1);
  }

  @Test
  void repeatedRequestIsAnsweredAsBeforeAndSendsNothing() throws Exception {
    // Given
    String json = Fixture.message(Fixture.recipient(Fixture.CUSTOMER, ID, FIRST_SENT), "once");
    JsonNode first = stage.send(json).body();

    // When
    JsonNode second = stage.send(json).body();

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(first.path("value").path(0).path("repeatabilityResult").asText())
        .isEqualTo("accepted");
    assertThat(stage.simulator.messages()).hasSize(1);
  }

  @Test
  void repeatabilityIdIsForgottenAfterAWhile() throws Exception {
    // Given
    String json = Fixture.message(Fixture.recipient(Fixture.CUSTOMER, ID, FIRST_SENT), "twice");
    stage.send(json);
    stage.simulator.advanceClock(Duration.ofSeconds(601));

    // When
    stage.send(json);

    // Then
    assertThat(stage.simulator.messages()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"repeatabilityRequestId\":\"7f3c1a52-0b7e-4d0e-9a51-6a1f0c2b9d11\"",
        "\"repeatabilityFirstSent\":\"Tue, 03 Mar 2026 09:05:07 GMT\"",
        "\"repeatabilityRequestId\":\"msg-1\",\"repeatabilityFirstSent\":\"Tue, 03 Mar 2026 09:05:07 GMT\"",
        "\"repeatabilityRequestId\":\"7f3c1a52-0b7e-4d0e-9a51-6a1f0c2b9d11\",\"repeatabilityFirstSent\":\"Tue, 3 Mar 2026 09:05:07 GMT\"",
        "\"repeatabilityRequestId\":\"7f3c1a52-0b7e-4d0e-9a51-6a1f0c2b9d11\",\"repeatabilityFirstSent\":\"2026-03-03T09:05:07Z\"",
      })
  void wrongRepeatabilityFailsTheRecipient(String fields) throws Exception {
    // When
    JsonNode item =
        stage
            .send(Fixture.message("{\"to\":\"" + Fixture.CUSTOMER + "\"," + fields + "}", "x"))
            .body()
            .path("value")
            .path(0);

    // Then
    assertThat(item.path("httpStatusCode").asInt()).isEqualTo(400);
    assertThat(item.path("repeatabilityResult").asText()).isEqualTo("rejected");
    assertThat(stage.simulator.messages()).isEmpty();
  }

  @Test
  void repeatabilityIdOfAnotherRecipientIsRejected() throws Exception {
    // Given
    stage.send(Fixture.message(Fixture.recipient(Fixture.CUSTOMER, ID, FIRST_SENT), "x"));

    // When
    JsonNode answer =
        stage.send(Fixture.message(Fixture.recipient("+14255550178", ID, FIRST_SENT), "x")).body();

    // Then
    assertThat(answer.path("value").path(0).path("repeatabilityResult").asText())
        .isEqualTo("rejected");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | From",
        "{\"from\":\"18335550142\",\"smsRecipients\":[{\"to\":\"+14255550177\"}],\"message\":\"x\"} | From",
        "{\"from\":\"LONGER THAN ELEVEN\",\"smsRecipients\":[{\"to\":\"+14255550177\"}],\"message\":\"x\"} | From",
        "{\"from\":\"+18335550142\",\"message\":\"x\"} | SmsRecipients",
        "{\"from\":\"+18335550142\",\"smsRecipients\":[],\"message\":\"x\"} | SmsRecipients",
        "{\"from\":\"+18335550142\",\"smsRecipients\":[{}],\"message\":\"x\"} | SmsRecipients[0].To",
        "{\"from\":\"+18335550142\",\"smsRecipients\":[{\"to\":\"+14255550177\"}]} | Message",
        "{\"from\":\"+18335550142\",\"smsRecipients\":[{\"to\":\"+14255550177\"}],\"message\":\"\"} | Message",
        "{\"from\":\"+18335550142\",\"smsRecipients\":[{\"to\":\"+14255550177\"}],\"message\":\"x\",\"smsSendOptions\":{\"tag\":\"t\"}} | SmsSendOptions.EnableDeliveryReport",
      })
  void wrongFieldIsNamed(String json, String field) throws Exception {
    // When
    Caller.Result result = stage.send(json);

    // Then
    assertThat(result.status()).isEqualTo(400);
    assertThat(result.headers()).containsEntry("retry-after", "0");
    assertThat(result.body().has(field)).as(result.body().toString()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{from",
        "[]",
        "{\"from\":8335550142}",
        "{\"from\":\"+18335550142\",\"smsRecipients\":{},\"message\":\"x\"}",
        "{\"from\":\"+18335550142\",\"smsRecipients\":[{\"to\":1}],\"message\":\"x\"}",
        "{\"from\":\"+18335550142\",\"smsRecipients\":[{\"to\":\"+14255550177\"}],\"message\":\"x\",\"smsSendOptions\":{\"enableDeliveryReport\":\"yes\"}}",
      })
  void wrongTypeIsAProblem(String json) throws Exception {
    // When
    Caller.Result result = stage.send(json);

    // Then
    assertThat(result.status()).isEqualTo(400);
    assertThat(result.headers().get("content-type")).isEqualTo("application/problem+json");
    assertThat(result.body().path("errors")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"x, 2048, 202", "x, 2049, 400", "ж, 1024, 202", "ж, 1025, 400"})
  void longestTextHas2048Bytes(String character, int length, int status) throws Exception {
    // When
    Caller.Result result = stage.send(Fixture.message(TO_CUSTOMER, character.repeat(length)));

    // Then
    assertThat(result.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-03-07, 20, 202",
    "2026-01-23, 20, 400",
    "2026-01-23, 60, 202",
    "2026-01-23, 43201, 400",
  })
  void timeLimitOfReportsIsCheckedByNewerVersions(String version, int seconds, int status)
      throws Exception {
    // Given
    String json =
        Fixture.message(TO_CUSTOMER, "x")
            .replace("\"tag\":\"conv-91\"", "\"deliveryReportTimeoutInSeconds\":" + seconds);

    // When
    Caller.Result result = stage.call("POST", "/sms?api-version=" + version, json);

    // Then
    assertThat(result.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"/sms, MissingApiVersionParameter", "/sms?api-version=1, UnsupportedApiVersionValue"})
  void versionMustBeKnown(String path, String code) throws Exception {
    // When
    Caller.Result result = stage.call("POST", path, "{}");

    // Then
    assertThat(result.status()).isEqualTo(400);
    assertThat(result.body().path("error").path("code").asText()).isEqualTo(code);
  }

  @Test
  void senderOfSomebodyElseLooksLikeAWrongKey() throws Exception {
    // When
    Caller.Result result =
        stage.send(Fixture.message(TO_CUSTOMER, "x").replace(Fixture.NUMBER, "+18335550143"));

    // Then
    assertThat(result.status()).isEqualTo(401);
    assertThat(result.body().isNull()).isTrue();
    assertThat(result.headers()).containsEntry("retry-after", "0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "Authorization | none",
        "Authorization | Bearer x",
        "Authorization | HMAC-SHA256 Credential=a&SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=x",
        "Authorization | HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=x",
        "x-ms-date | Tue, 03 Mar 2026 09:05:07 GMT",
        "x-ms-date | Tue, 3 Mar 2026 09:05:07 GMT",
        "x-ms-date | none",
        "x-ms-content-sha256 | 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
      })
  void wrongSignatureIsRefusedWithoutAWord(String header, String value) throws Exception {
    // Given
    String body = Fixture.message(TO_CUSTOMER, "x");
    Map<String, String> headers = new HashMap<>(stage.signed("POST", Fixture.SEND, body));
    if (value == null) {
      headers.remove(header);
    } else {
      headers.put(header, value);
    }

    // When
    Caller.Result result = stage.caller.send("POST", Fixture.SEND, headers, body);

    // Then
    assertThat(result.status()).isEqualTo(401);
    assertThat(result.body().isNull()).isTrue();
  }

  @Test
  void oldSignatureIsRefused() throws Exception {
    // Given
    Map<String, String> headers =
        stage.signed("POST", Fixture.SEND, Fixture.message(TO_CUSTOMER, "x"));
    stage.simulator.advanceClock(Duration.ofMinutes(16));

    // When
    Caller.Result result =
        stage.caller.send("POST", Fixture.SEND, headers, Fixture.message(TO_CUSTOMER, "x"));

    // Then
    assertThat(result.status()).isEqualTo(401);
  }

  @Test
  void suspendedResourceIsForbidden() throws Exception {
    // Given
    stage.put("\"suspended\":true");

    // When
    Caller.Result result = stage.send();

    // Then
    assertThat(result.status()).isEqualTo(403);
    assertThat(result.body().path("error").path("code").asText()).isEqualTo("Forbidden");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-23 | \"messagingConnect\":{\"apiKey\":\"k\",\"partner\":\"infobip\"} | 202",
        "2026-01-23 | \"messagingConnect\":{\"apiKey\":\"k\",\"partner\":\"other\"} | 400",
        "2026-01-23 | \"messagingConnect\":{\"partner\":\"infobip\"} | 400",
        "2026-01-23 | \"tag\":\"t\" | 400",
        "2021-03-07 | \"messagingConnect\":{\"apiKey\":\"k\",\"partner\":\"infobip\"} | 400",
      })
  void partnersNumberNeedsThePartner(String version, String options, int status) throws Exception {
    // Given
    stage.put(
        AccountSettings.of(
            Fixture.KEY,
            new SenderSettings(Fixture.NUMBER, SenderType.TOLL_FREE, null, false, "infobip")));
    String json = Fixture.message(TO_CUSTOMER, "x").replace("\"tag\":\"conv-91\"", options);

    // When
    Caller.Result result = stage.call("POST", "/sms?api-version=" + version, json);

    // Then
    assertThat(result.status()).isEqualTo(status);
  }

  @Test
  void tollFreeNumberHasALimitPerMinuteWhereLimitsAreOn() throws Exception {
    // Given
    stage.put("\"rateLimits\":true");
    String hundred = String.join(",", Collections.nCopies(100, TO_CUSTOMER));
    stage.simulator.setClock(Instant.parse("2026-11-20T10:00:00Z"));

    // When
    List<Integer> answers =
        List.of(
            stage.send(Fixture.message(hundred, "x")).status(),
            stage.send(Fixture.message(hundred, "x")).status(),
            stage.send(Fixture.message(TO_CUSTOMER, "x")).status());

    // Then
    assertThat(answers).containsExactly(202, 202, 429);
  }

  @ParameterizedTest
  @MethodSource("io.parley.simulator.testing.FaultCase#all")
  void faultSpoilsTheAnswer(FaultCase fault) throws Exception {
    // Given
    once(fault.fault());

    // When, Then
    if (fault.isGoodInTheEnd()) {
      assertThat(stage.send().status()).isEqualTo(202);
    } else if (fault.status() == 0) {
      assertThatThrownBy(stage::send).isInstanceOf(IOException.class);
    } else {
      Caller.Result result = stage.send();
      assertThat(result.status()).isEqualTo(fault.status());
      assertThat(result.headers().getOrDefault("retry-after", "")).isEqualTo(fault.retryAfter());
      assertThat(result.headers().getOrDefault("content-type", "")).contains(fault.contentType());
    }
    assertThat(stage.simulator.messages()).hasSize(fault.taken());
  }

  @ParameterizedTest
  @CsvSource({"400, 400", "401, 401", "403, 403", "404, 404"})
  void refusalOfTheRequestHasTheFormOfItsStatus(String code, int status) throws Exception {
    // Given
    once(new Fault.Refuse(code));

    // When
    Caller.Result result = stage.send();

    // Then
    assertThat(result.status()).isEqualTo(status);
    assertThat(stage.simulator.messages()).isEmpty();
  }

  @Test
  void refusalOfTheRecipientStandsInAnAcceptedAnswer() throws Exception {
    // Given
    once(new Fault.Refuse(new ErrorCode("503"), 202, null));

    // When
    Caller.Result result = stage.send();

    // Then
    JsonNode item = result.body().path("value").path(0);
    assertThat(result.status()).isEqualTo(202);
    assertThat(item.path("httpStatusCode").asInt()).isEqualTo(503);
    assertThat(item.path("errorMessage").asText()).isEqualTo("ServiceUnavailable");
    assertThat(stage.simulator.messages()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Schema.class)
  void reportComesInEitherSchema(Schema schema) throws Exception {
    // Given
    stage.subscribe(schema);
    once(new Fault.FailLater("4007"));

    // When
    String messageId = stage.send().body().path("value").path(0).path("messageId").asText();

    // Then
    JsonNode event = stage.events(1).getFirst();
    JsonNode data = event.path("data");
    assertThat(event.path(schema == Schema.EVENT_GRID ? "eventType" : "type").asText())
        .isEqualTo("Microsoft.Communication.SMSDeliveryReportReceived");
    assertThat(event.path("subject").asText()).isEqualTo("/phonenumber/18335550142");
    assertThat(data.path("messageId").asText()).isEqualTo(messageId);
    assertThat(data.path("from").asText()).isEqualTo("18335550142");
    assertThat(data.path("to").asText()).isEqualTo(Fixture.CUSTOMER);
    assertThat(data.path("deliveryStatus").asText()).isEqualTo("Failed");
    assertThat(data.path("deliveryStatusDetails").asText()).isEqualTo("4007: recipient opted out");
    assertThat(data.path("Tag").asText()).isEqualTo("conv-91");
    assertThat(data.path("receivedTimestamp").asText()).matches(".*\\.[0-9]{7}Z");
    await()
        .untilAsserted(
            () ->
                assertThat(stage.simulator.messages().getFirst().callbacks())
                    .extracting("status")
                    .containsExactly("Failed"));
  }

  @Test
  void olderEventsSpellTheirNamesWithACapital() throws Exception {
    // Given
    stage.put("\"olderEvents\":true");
    stage.subscribe(Schema.EVENT_GRID);

    // When
    stage.send();

    // Then
    JsonNode data = stage.events(1).getFirst().path("data");
    assertThat(data.path("DeliveryStatus").asText()).isEqualTo("Delivered");
    assertThat(data.has("ReceivedTimestamp")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"duplicateCallbacks, 2", "earlyCallbacks, 1", "noCallbacks, 0"})
  void reportIsSpoiltAsTold(String type, int count) throws Exception {
    // Given
    stage.subscribe(Schema.CLOUD_EVENTS);
    stage.caller.json(
        "PUT", "/control/faults", "[{\"times\":1,\"action\":{\"type\":\"" + type + "\"}}]");

    // When
    stage.send();

    // Then
    assertThat(stage.events(count)).hasSize(count);
    assertThat(stage.events(count)).extracting(e -> e.path("id")).hasSize(count);
  }

  @Test
  void nothingIsReportedUnlessWanted() throws Exception {
    // Given
    stage.subscribe(Schema.EVENT_GRID);
    String unwanted =
        Fixture.message(TO_CUSTOMER, "quiet")
            .replace("\"enableDeliveryReport\":true", "\"enableDeliveryReport\":false");

    // When
    stage.send(unwanted);
    stage.send();

    // Then
    stage.events(1);
    assertThat(stage.simulator.messages())
        .filteredOn(m -> m.body().equals("quiet"))
        .allSatisfy(m -> assertThat(m.callbacks()).isEmpty());
    assertThat(stage.receiver.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "+447700900123, false, 4003",
    "+14255550177, true, 4010",
    "+14255550177, false, No error.",
  })
  void carriersHaveTheirSay(String to, boolean unverified, String details) throws Exception {
    // Given
    stage.put(
        AccountSettings.of(
            Fixture.KEY,
            new SenderSettings(Fixture.NUMBER, SenderType.TOLL_FREE, null, unverified, null)));
    stage.subscribe(Schema.EVENT_GRID);

    // When
    stage.send(Fixture.message("{\"to\":\"" + to + "\"}", "x"));

    // Then
    assertThat(stage.events(1).getFirst().path("data").path("deliveryStatusDetails").asText())
        .startsWith(details);
  }

  @Test
  void eventIsRepeatedWithItsCountUntilItIsTakenOrRefusedForGood() throws Exception {
    // Given
    stage.subscribe(Schema.EVENT_GRID);
    stage.receiver.answerNext(Answer.empty(503), Answer.empty(206), Answer.empty(400));

    // When
    stage.send();

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(stage.simulator.messages().getFirst().callbacks())
                    .extracting("answered")
                    .containsExactly(503, 206, 400));
    assertThat(stage.receiver.requests())
        .extracting(r -> r.header("aeg-delivery-count"))
        .containsExactly("0", "1", "2");
  }

  @Test
  void reportCanBeAskedFor() throws Exception {
    // Given
    String id = stage.send().body().path("value").path(0).path("messageId").asText();
    String path = "/deliveryReports/" + id + "?api-version=2025-08-01-preview";

    // When, Then
    await()
        .untilAsserted(
            () ->
                assertThat(stage.call("GET", path, "").body().path("deliveryStatus").asText())
                    .isEqualTo("Delivered"));
    assertThat(stage.call("GET", "/deliveryReports/x?api-version=2025-08-01-preview", "").status())
        .isEqualTo(404);
  }

  private void once(Fault fault) {
    stage.simulator.faults(FaultRule.times(1, FaultMatch.provider("azure"), fault));
  }
}
