package io.parley.simulator.telesign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.recording.MessageFilter;
import io.parley.simulator.testing.Caller;
import io.parley.simulator.testing.FaultCase;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TelesignTest {

  private static final String BODY =
      "phone_number=12065550142&message=We+open+at+9%3A00+%E2%80%94+see+you%21"
          + "&message_type=ARN&external_id=msg-771";
  private static final String POST_SIGNATURE = "IqsncOZg56SjQBwTGeyAlL9MJCj/QmXue0f73ZSa/CI=";

  private final Fixture stage = new Fixture();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void messageIsAcceptedAndTwoReportsFollow() throws Exception {
    // When
    Caller.Result result = stage.send();

    // Then
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.body().path("status").path("code").asInt()).isEqualTo(290);
    assertThat(result.body().path("phone_number_modified").asText()).isEqualTo("False");
    assertThat(stage.reported(2)).containsExactly(203, 200);
    Request report = stage.receiver.requests().getFirst();
    String signature = Signatures.ofCallback(Fixture.API_KEY, report.body());
    assertThat(report.path()).isEqualTo("/webhooks/telesign/ch_3");
    assertThat(report.header("authorization"))
        .isEqualTo("TSA " + Fixture.CUSTOMER_ID + ":" + signature);
    assertThat(report.header("x-ts-authorization")).isEqualTo(signature);
    assertThat(Json.tree(report.body()).path("reference_id"))
        .isEqualTo(result.body().path("reference_id"));
    assertThat(Json.tree(report.body()).path("external_id").asText()).isEqualTo("msg-771");
  }

  @Test
  void recordShowsTheMessageAndItsReports() throws Exception {
    // When
    stage.send();
    stage.reported(2);

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(stage.simulator.messages(MessageFilter.to(Fixture.CUSTOMER)))
                    .singleElement()
                    .satisfies(
                        message -> {
                          assertThat(message.provider()).isEqualTo("telesign");
                          assertThat(message.body()).isEqualTo("We open at 9");
                          assertThat(message.callbacks())
                              .extracting("status")
                              .containsExactly("203", "200");
                        }));
  }

  @Test
  void stateCanBeAskedFor() throws Exception {
    // Given
    String id = stage.send().body().path("reference_id").asText();
    stage.reported(2);

    // When
    JsonNode state = stage.caller.get(Fixture.SEND + "/" + id).body();

    // Then
    assertThat(state.path("status").path("code").asInt()).isEqualTo(200);
    assertThat(state.path("additional_info").path("message_parts_count").asInt()).isEqualTo(1);
  }

  @Test
  void signedRequestsOfTheProviderFileAreAccepted() throws Exception {
    // Given
    stage.simulator.setClock(Fixture.THEN);
    Map<String, String> headers = Fixture.signed(POST_SIGNATURE);
    headers.put("Content-Type", "application/x-www-form-urlencoded");

    // When
    Caller.Result sent = stage.caller.send("POST", Fixture.SEND, headers, BODY);
    Caller.Result again = stage.caller.send("POST", Fixture.SEND, headers, BODY);

    // Then
    assertThat(sent.status()).isEqualTo(200);
    assertThat(code(again)).isEqualTo(10002);
    assertThat(stage.simulator.messages())
        .singleElement()
        .extracting("body")
        .isEqualTo("We open at 9:00 — see you!");
  }

  @Test
  void signedReadingOfTheProviderFileIsAccepted() throws Exception {
    // Given
    stage.simulator.setClock(Fixture.THEN);

    // When
    Caller.Result result =
        stage.caller.send(
            "GET",
            Fixture.NOTHING,
            Fixture.signed("//Jvol+7JhsI6dwXTJ3fqR0OGaz/hQup/K9tGKHjeXY="),
            "");

    // Then
    assertThat(code(result)).isEqualTo(10017);
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, , 10009",
    "Authorization, Bearer x, 10028",
    "Authorization, Basic ###, 10028",
    "Authorization, TSA 0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F0:x, 10015",
    "Authorization, TSA 0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9:x, 10008",
    "Date, , 10005",
    "Date, yesterday, 10004",
    "Date, 'Tue, 04 Mar 2025 08:15:57 GMT', 10006",
    "x-ts-auth-method, HMAC-MD5, 10007",
    "x-ts-nonce, 12, 10003",
    "x-ts-nonce, , 10003",
  })
  void signedRequestIsRefusedWith(String header, String value, int code) throws Exception {
    // Given
    stage.simulator.setClock(Fixture.THEN);
    Map<String, String> headers = new HashMap<>(Fixture.signed(POST_SIGNATURE));
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    if (value == null) {
      headers.remove(header);
    } else {
      headers.put(header, value);
    }

    // When
    Caller.Result result = stage.caller.send("POST", Fixture.SEND, headers, BODY);

    // Then
    assertThat(result.status()).isEqualTo(401);
    assertThat(code(result)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9, right, 10017",
    "0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9, wrong, 10022",
    "0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F0, right, 10015",
  })
  void keyIsCheckedByAskingForAnImpossibleMessage(String user, String password, int code)
      throws Exception {
    // When
    Caller.Result result =
        stage.caller.send(
            "GET",
            Fixture.NOTHING,
            Fixture.basic(user, password.equals("right") ? Fixture.API_KEY : password),
            "");

    // Then
    assertThat(code(result)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "SUSPENDED, 401, 10010",
    "PRODUCT_DISABLED, 401, 10011",
    "WRONG_HOST, 401, 10035",
    "UNPAID, 402, 10030",
  })
  void accountThatCannotBeUsedIsRefused(AccountStatus status, int http, int code) throws Exception {
    // Given
    stage.put(stage.account().with(status));

    // When
    Caller.Result result = stage.caller.get(Fixture.NOTHING);

    // Then
    assertThat(result.status()).isEqualTo(http);
    assertThat(code(result)).isEqualTo(code);
    assertThat(result.body().path("reference_id").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "phone_number, '', 12000",
    "phone_number, +12065550142, 11000",
    "phone_number, 12065, 11000",
    "phone_number, 02065550142, 11001",
    "message, '', 12009",
    "message_type, '', 12017",
    "message_type, NEWS, 11017",
    "sender_id, 12065550101, 11013",
    "sender_id, ABCDEFGHIJKLMNOPQRSTU, 11013",
    "callback_url, nowhere, 11004",
    "callback_url, http://desk.example.org/a, 11004",
    "callback_url, https://desk.example.org:8443/a, 11004",
    "account_lifecycle_event, born, 11010",
    "originating_ip, here, 11016",
    "is_primary, yes, 11034",
    "dlt_entity_id, 01234567890123456789012345678901234567890, 11035",
  })
  void wrongFieldIsRefused(String field, String value, int code) throws Exception {
    // When
    Caller.Result result = stage.send(field, value);

    // Then
    assertThat(result.status()).isEqualTo(400);
    assertThat(code(result)).isEqualTo(code);
    assertThat(result.body().path("external_id").asText()).isEqualTo("msg-771");
    assertThat(stage.simulator.messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1600, 200", "1601, 400"})
  void longestTextHas1600Characters(int length, int status) throws Exception {
    // When
    Caller.Result result = stage.send("message", "x".repeat(length));

    // Then
    assertThat(result.status()).isEqualTo(status);
  }

  @Test
  void trialAccountReachesVerifiedNumbersOnly() throws Exception {
    // Given
    stage.caller.json(
        "PUT",
        "/control/telesign/accounts/" + Fixture.CUSTOMER_ID,
        "{\"apiKey\":\""
            + Fixture.API_KEY
            + "\",\"senders\":[\"12065550100\"],\"verifiedRecipients\":[\"12065550199\"]}");

    // When
    Caller.Result result = stage.send();

    // Then
    assertThat(result.status()).isEqualTo(401);
    assertThat(code(result)).isEqualTo(10033);
  }

  @ParameterizedTest
  @CsvSource({"/xyz, 400, 11011", "/B1C2D3E4F5061728394A5B6C7D8E9F00, 404, 10017"})
  void unknownReferenceIsRefused(String reference, int status, int code) throws Exception {
    // When
    Caller.Result result = stage.caller.get(Fixture.SEND + reference);

    // Then
    assertThat(result.status()).isEqualTo(status);
    assertThat(code(result)).isEqualTo(code);
  }

  @Test
  void stateIsForgottenAfterAMonth() throws Exception {
    // Given
    String id = stage.send().body().path("reference_id").asText();
    stage.simulator.advanceClock(Duration.ofDays(31));

    // When
    Caller.Result result = stage.caller.get(Fixture.SEND + "/" + id);

    // Then
    assertThat(code(result)).isEqualTo(10036);
  }

  @ParameterizedTest
  @MethodSource("io.parley.simulator.testing.FaultCase#all")
  void faultSpoilsTheAnswer(FaultCase fault) throws Exception {
    // Given
    once(fault.fault());

    // When, Then
    if (fault.isGoodInTheEnd()) {
      assertThat(stage.send().status()).isEqualTo(200);
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
  @CsvSource({"11000, 400", "10022, 401", "10020, 429", "230, 200"})
  void refusalBearsTheCodeAndItsStatus(String code, int status) throws Exception {
    // Given
    once(new Fault.Refuse(code));

    // When
    Caller.Result result = stage.send();

    // Then
    assertThat(result.status()).isEqualTo(status);
    assertThat(code(result)).isEqualTo(Integer.parseInt(code));
  }

  @ParameterizedTest
  @CsvSource({"UNDELIVERED, 203 514", "FAILED, 514"})
  void lateFailureIsReported(Fault.Failure failure, String codes) throws Exception {
    // Given
    once(new Fault.FailLater(failure, 514, null));

    // When
    stage.send();

    // Then
    List<String> expected = List.of(codes.split(" "));
    assertThat(stage.reported(expected.size())).map(String::valueOf).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "duplicateCallbacks, 203 203 200 200",
    "reorderCallbacks, 200 203",
    "earlyCallbacks, 203 200",
    "noCallbacks, ''",
  })
  void reportsAreSpoiltAsTold(String type, String codes) throws Exception {
    // Given
    stage.caller.json(
        "PUT", "/control/faults", "[{\"times\":1,\"action\":{\"type\":\"" + type + "\"}}]");

    // When
    stage.send();

    // Then
    List<String> expected = codes.isEmpty() ? List.of() : List.of(codes.split(" "));
    assertThat(stage.reported(expected.size())).map(String::valueOf).isEqualTo(expected);
  }

  @Test
  void reportIsRepeatedThreeTimesUntilAnsweredWith200() throws Exception {
    // Given
    stage.receiver.answerNext(
        Answer.empty(503), Answer.empty(204), Answer.empty(401), Answer.empty(200));

    // When
    stage.send();

    // Then
    assertThat(stage.reported(5)).containsExactly(203, 203, 203, 203, 200);
  }

  @Test
  void messageNamesItsOwnAddressForReports() throws Exception {
    // When
    stage.send("callback_url", "https://desk.example.org/other");

    // Then
    stage.reported(2);
    assertThat(stage.receiver.requests()).extracting(Request::path).containsOnly("/other");
  }

  private void once(Fault fault) {
    stage.simulator.faults(FaultRule.times(1, FaultMatch.provider("telesign"), fault));
  }

  private static int code(Caller.Result result) {
    return result.body().path("status").path("code").asInt();
  }
}
