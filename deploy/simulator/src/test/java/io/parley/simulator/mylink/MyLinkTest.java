package io.parley.simulator.mylink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.simulator.Simulator;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.testing.Exchange;
import io.parley.simulator.testing.Receiver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MyLinkTest {

  private static final String SEND =
      """
      [{"recipient":"+46700001234","referenceId":"01HQ0B6E5V3R","content":{"text":"Your order is on its way",
        "options":{"sms.sender":"HarborBooks","sms.encoding":"AutoDetect"}},
        "callback":{"mode":"URL","urls":["https://chat.harborbooks.example/hooks/link/4be0d1"]}}]
      """;

  private final Receiver receiver = new Receiver();
  private final Simulator simulator = Simulator.start(0);

  @BeforeEach
  void account() {
    put("");
  }

  @AfterEach
  void stop() {
    simulator.close();
    receiver.close();
  }

  @Test
  void messageOfTheFileIsTakenAndReported() throws Exception {
    // When
    Exchange.Result result = send(SEND);

    // Then
    assertThat(result.status()).isEqualTo(202);
    assertThat(result.json().at("/messages/0/referenceId").asText()).isEqualTo("01HQ0B6E5V3R");
    assertThat(result.json().at("/messages/0/recipient").asText()).isEqualTo("+46700001234");
    await().untilAsserted(() -> assertThat(types()).containsExactly("queued", "sent", "delivered"));
    Request last = receiver.requests().getLast();
    assertThat(last.path()).isEqualTo("/hooks/link/4be0d1");
    assertThat(Json.textAt(last.body(), "/status/messageId"))
        .contains(result.json().at("/messages/0/messageId").asText());
    assertThat(Json.textAt(last.body(), "/status/requestId"))
        .contains(result.json().path("requestId").asText());
  }

  @Test
  void statusIsWrittenAsInTheFile() {
    // Given
    MessageCheck.Draft draft =
        new MessageCheck.Draft("+46700001234", "HarborBooks", "x", "01HQ0B6E5V3R", List.of(), 0);

    // When
    String event =
        Json.write(
            MyLinkEvents.status(
                "3f8d6c0e-91b4-4d0f-a1c7-52e3f9b8d604",
                draft,
                "6c2f7c1e-2f0a-4a0e-9d53-0b6c6b0f9b11",
                "b0e4a9d2-7d57-4f86-8b0d-5f1a6f2f6a70",
                StatusEvent.DELIVERED,
                1,
                Instant.parse("2026-02-11T08:10:04Z")));

    // Then
    assertThat(event)
        .isEqualTo(
            """
            {"eventId":"3f8d6c0e-91b4-4d0f-a1c7-52e3f9b8d604","channel":"sms","recipient":"+46700001234","timeStamp":"2026-02-11T08:10:04Z",\
            "status":{"requestId":"6c2f7c1e-2f0a-4a0e-9d53-0b6c6b0f9b11","referenceId":"01HQ0B6E5V3R","messageId":"b0e4a9d2-7d57-4f86-8b0d-5f1a6f2f6a70","type":"delivered","code":2000,"details":"Delivered","segments":1},\
            "provider":{"timestamp":"2026-02-11T08:10:03Z","code":"0","details":"ok","operator":"se.tele2"}}""");
  }

  @ParameterizedTest
  @CsvSource({
    "3004, rejected",
    "4007, queued sent failed",
    "5000, queued sent retried delivered",
  })
  void codeDecidesTheJourney(int code, String journey) throws Exception {
    // Given
    simulator.faults(FaultRule.times(1, FaultMatch.ANY, new Fault.FailLater(null, code, null)));

    // When
    send(SEND);

    // Then
    await().untilAsserted(() -> assertThat(String.join(" ", types())).isEqualTo(journey));
  }

  @Test
  void unknownSenderIsRejectedLater() throws Exception {
    // When
    Exchange.Result result = send(SEND.replace("HarborBooks", "Nobody"));

    // Then
    assertThat(result.status()).isEqualTo(202);
    await().untilAsserted(() -> assertThat(types()).containsExactly("rejected"));
  }

  @Test
  void toldTwiceTheEventKeepsItsId() throws Exception {
    // Given
    simulator.faults(FaultRule.times(1, FaultMatch.ANY, new Fault.DuplicateCallbacks(2)));

    // When
    send(SEND);

    // Then
    await().untilAsserted(() -> assertThat(receiver.requests()).hasSize(6));
    assertThat(receiver.requests())
        .extracting(request -> Json.textAt(request.body(), "/eventId").orElse(""))
        .doesNotContain("")
        .satisfies(
            ids ->
                assertThat(Map.of("ids", ids.stream().distinct().count()))
                    .containsEntry("ids", 3L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[{}]",
        "[{\"recipient\":\"46700001234\"}]",
        "[{\"recipient\":\"+46700001234\",\"content\":{\"text\":\"x\"}}]",
        "[{\"recipient\":\"+46700001234\",\"content\":{\"text\":\"\",\"options\":{\"sms.sender\":\"A\"}}}]",
        "[{\"recipient\":\"+46700001234\",\"content\":{\"text\":\"x\",\"options\":{\"sms\":{\"sender\":\"A\"}}}}]",
        "[{\"recipient\":\"+46700001234\",\"content\":{\"text\":\"x\",\"options\":{\"sms.sender\":\"TooLongASender\"}}}]",
        "[{\"recipient\":\"+46700001234\",\"colour\":1,\"content\":{\"text\":\"x\",\"options\":{\"sms.sender\":\"A\"}}}]",
        "[{\"recipient\":\"+46700001234\",\"callback\":{\"mode\":\"URL\"},\"content\":{\"text\":\"x\",\"options\":{\"sms.sender\":\"A\"}}}]",
        "[{\"recipient\":\"+46700001234\",\"callback\":{\"mode\":\"Gate\",\"gateId\":\"no\"},\"content\":{\"text\":\"x\",\"options\":{\"sms.sender\":\"A\"}}}]",
        "[{\"recipient\":\"+46700001234\",\"expiration\":{\"relative\":0},\"content\":{\"text\":\"x\",\"options\":{\"sms.sender\":\"A\"}}}]",
        "[{\"recipient\":\"+46700001234\",\"schedule\":{\"relative\":1},\"content\":{\"text\":\"x\",\"options\":{\"sms.sender\":\"A\"}}}]",
      })
  void messageThatDoesNotFitIsRefused(String body) throws Exception {
    // When
    Exchange.Result result = send(body);

    // Then
    assertThat(result.status()).isEqualTo(400);
    assertThat(result.json().path("requestId").asText()).isNotEmpty();
    assertThat(result.json().path("message").asText()).isNotEmpty();
    assertThat(simulator.messages()).isEmpty();
  }

  @Test
  void tokenIsCheckedAndDies() throws Exception {
    // Given
    String token = token("s3cret").json().path("access_token").asText();

    // When
    Exchange.Result fresh = call("GET", "/sms/v1/schedules?page=1&size=1", token, null);
    Exchange.Result wrong = call("GET", "/sms/v1/schedules?page=1&size=1", "other", null);
    simulator.advanceClock(Duration.ofSeconds(301));
    Exchange.Result stale = call("GET", "/sms/v1/schedules?page=1&size=1", token, null);

    // Then
    assertThat(fresh.status()).isEqualTo(200);
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(stale.status()).isEqualTo(401);
    assertThat(stale.json().path("message").asText()).isNotEmpty();
    assertThat(token("wrong").status()).isEqualTo(401);
  }

  @Test
  void suspendedAccountIsForbiddenWithoutAWord() throws Exception {
    // Given
    put("\"status\": \"suspended\",");

    // When
    Exchange.Result result = send(SEND);

    // Then
    assertThat(result.status()).isEqualTo(403);
    assertThat(result.body()).isEmpty();
  }

  @Test
  void replyReachesTheProfileUntilItIsTaken() {
    // Given
    receiver.answerNext(Answer.empty(204), Answer.empty(500), Answer.empty(200));

    // When
    Delivered delivered =
        simulator
            .mylink()
            .receive(
                Json.read(
                    """
                    {"accountId": "harbor", "from": "+46700001234", "to": "+46731240011", "text": "Harbor thanks",
                     "keyword": "HARBOR", "eventId": "b4a0de57-6f0b-4c0c-8a3e-70c1d5a2e991", "at": "2026-02-11T08:12:40Z"}
                    """,
                    MyLinkOrder.class));

    // Then
    assertThat(delivered.deliveries().getFirst().attempts()).containsExactly("204", "500", "200");
    assertThat(receiver.requests().getLast().body())
        .isEqualTo(
            """
            {"eventId":"b4a0de57-6f0b-4c0c-8a3e-70c1d5a2e991","channel":"sms","recipient":"+46731240011","timeStamp":"2026-02-11T08:12:40Z",\
            "provider":{"timestamp":"2026-02-11T08:12:39Z","code":"","details":"","operator":"se.tele2"},\
            "reply":{"sender":"+46700001234","routeId":"rt-204","routeKeyword":"HARBOR","text":"Harbor thanks"}}""");
  }

  private void put(String more) {
    simulator
        .mylink()
        .putAccount(
            "harbor",
            Json.read(
                """
                {%s "clientId": "harbor", "clientSecret": "s3cret", "senders": ["HarborBooks"],
                 "profile": {"url": "https://chat.harborbooks.example/hooks/link/profile", "deliverTo": "%s"}, "deliverTo": "%s"}
                """
                    .formatted(more, receiver.base(), receiver.base()),
                MyLinkSettings.class));
  }

  private Exchange.Result send(String body) throws Exception {
    return call(
        "POST", "/sms/v1/messages", token("s3cret").json().path("access_token").asText(), body);
  }

  private Exchange.Result call(String method, String path, String token, @Nullable String body)
      throws Exception {
    return Exchange.call(
        method,
        simulator.baseUrl() + path,
        Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"),
        body);
  }

  private Exchange.Result token(String secret) throws Exception {
    return Exchange.call(
        "POST",
        simulator.baseUrl() + "/auth/realms/CPaaS/protocol/openid-connect/token",
        Map.of("Content-Type", "application/x-www-form-urlencoded"),
        "grant_type=client_credentials&client_id=harbor&client_secret=" + secret);
  }

  private List<String> types() {
    return receiver.requests().stream()
        .map(request -> Json.textAt(request.body(), "/status/type").orElse(""))
        .toList();
  }
}
