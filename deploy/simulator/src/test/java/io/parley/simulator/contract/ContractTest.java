package io.parley.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.simulator.Simulator;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Json;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.testing.Exchange;
import io.parley.simulator.testing.Receiver;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest {

  private static final String CHANNEL = "0b7d0a52-6f7e-4d0c-9c55-2f6a4a7b1c11";
  private static final String SEND =
      """
      {"ChannelDefinitionId":"0b7d0a52-6f7e-4d0c-9c55-2f6a4a7b1c11","RequestId":"req-1","IdempotencyId":"idem-1",
       "From":"+12065550100","To":"+12065550142","Message":{"text":"Your table is ready"},
       "MarketingAppContext":{"CustomerJourneyId":"j-1","UserId":"u-1","UserEntityType":"contact","IsTestSend":false}}
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
  void messageIsSentAndDelivered() throws Exception {
    // When
    Exchange.Result result = send(SEND);

    // Then
    String id = simulator.messages().getFirst().messageId();
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.body())
        .isEqualTo(
            "{\"ChannelDefinitionId\":\"%s\",\"MessageId\":\"%s\",\"RequestId\":\"req-1\",\"Status\":\"Sent\"}"
                .formatted(CHANNEL, id));
    await().untilAsserted(() -> assertThat(receiver.requests()).hasSize(1));
    assertThat(receiver.requests().getFirst().body())
        .isEqualTo(
            "{\"ChannelDefinitionId\":\"%s\",\"RequestId\":\"req-1\",\"MessageId\":\"%s\",\"From\":\"+12065550100\",\"OrganizationId\":\"org-1\",\"Status\":\"Delivered\"}"
                .formatted(CHANNEL, id));
    assertThat(receiver.requests().getFirst().header("X-Key")).isEqualTo("k");
  }

  @Test
  void repeatedIdempotencyIdBringsTheSameMessage() throws Exception {
    // Given
    Exchange.Result first = send(SEND);

    // When
    Exchange.Result second = send(SEND.replace("req-1", "req-2"));

    // Then
    assertThat(second.json().path("MessageId")).isEqualTo(first.json().path("MessageId"));
    assertThat(second.json().path("RequestId").asText()).isEqualTo("req-2");
    assertThat(simulator.messages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"IdempotencyId\":\"idem-1\",; ",
        "\"IdempotencyId\":\"idem-1\"; \"IdempotencyId\":1",
        "\"From\":\"+12065550100\"; \"From\":\"+12065559999\"",
        "\"To\":\"+12065550142\",; ",
        "{\"text\":\"Your table is ready\"}; {}",
        "{\"text\":\"Your table is ready\"}; {\"text\":5}",
        "{\"text\":\"Your table is ready\"}; {\"text\":\"x\",\"colour\":\"red\"}",
        "{\"text\":\"Your table is ready\"}; \"Your table is ready\"",
        "Your table is ready; Your table is ready, and it is a long way from the door to the window",
        "0b7d0a52; 1b7d0a52",
        "false; \"no\"",
        "\"To\"; \"Colour\":1,\"To\"",
      })
  void messageThatDoesNotFitIsNotSent(String part, String instead) throws Exception {
    // When
    Exchange.Result result = send(SEND.replace(part, instead == null ? "" : instead));

    // Then
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.json().path("Status").asText()).isEqualTo("NotSent");
    assertThat(result.json().at("/Details/Reason").asText()).isEqualTo("InvalidRequest");
    assertThat(result.json().at("/Details/Message").asText()).isNotEmpty();
    assertThat(result.json().path("RequestId").asText()).isEqualTo("req-1");
    assertThat(simulator.messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Bearer t0k3n; {; 400",
        "Bearer t0k3n; {\"RequestId\":5}; 400",
        "Bearer wrong; {}; 401",
      })
  void requestThatCannotBeAnsweredIsAProblem(String authorization, String body, int status)
      throws Exception {
    // When
    Exchange.Result result = call(authorization, body);

    // Then
    assertThat(result.status()).isEqualTo(status);
    assertThat(result.headers()).containsEntry("content-type", "application/problem+json");
  }

  @Test
  void suspendedAccountSendsNothing() throws Exception {
    // Given
    put("\"status\": \"suspended\",");

    // When
    Exchange.Result result = send(SEND);

    // Then
    assertThat(result.json().path("Status").asText()).isEqualTo("NotSent");
  }

  @Test
  void refusalByScriptIsNotSent() throws Exception {
    // Given
    simulator.faults(FaultRule.times(1, FaultMatch.ANY, new Fault.Refuse("OptedOut")));

    // When
    Exchange.Result result = send(SEND);

    // Then
    assertThat(result.json().path("Status").asText()).isEqualTo("NotSent");
    assertThat(result.json().at("/Details/Reason").asText()).isEqualTo("OptedOut");
  }

  @Test
  void lateFailureIsNotDelivered() throws Exception {
    // Given
    simulator.faults(FaultRule.times(1, FaultMatch.ANY, new Fault.FailLater("Unreachable")));

    // When
    send(SEND);

    // Then
    await().untilAsserted(() -> assertThat(receiver.requests()).hasSize(1));
    String report = receiver.requests().getFirst().body();
    assertThat(Json.textAt(report, "/Status")).contains("NotDelivered");
    assertThat(Json.textAt(report, "/Details/Reason")).contains("Unreachable");
  }

  @Test
  void inboundMessageCarriesItsParts() {
    // Given
    receiver.answerNext(Answer.empty(500), Answer.empty(202));

    // When
    Delivered delivered =
        simulator
            .contract()
            .receive(
                Json.read(
                    "{\"accountId\": \"mine\", \"from\": \"+12065550142\", \"to\": \"+12065550100\", \"text\": \"Hi\"}",
                    ContractOrder.class));

    // Then
    assertThat(delivered.deliveries().getFirst().attempts()).containsExactly("500", "202");
    assertThat(receiver.requests().getLast().body())
        .isEqualTo(
            "{\"ChannelDefinitionId\":\"%s\",\"To\":\"+12065550100\",\"From\":\"+12065550142\",\"OrganizationId\":\"org-1\",\"Message\":{\"text\":\"Hi\"}}"
                .formatted(CHANNEL));
  }

  private void put(String more) {
    simulator
        .contract()
        .putAccount(
            "mine",
            Json.read(
                """
                {%s "channelDefinitionId": "%s", "organizationId": "org-1", "senders": ["+12065550100"],
                 "parts": [{"name": "text", "required": true, "maxLength": 40}], "authorization": "Bearer t0k3n",
                 "deliveryReports": {"url": "https://desk.example.org/reports", "deliverTo": "%s"},
                 "inbound": {"url": "https://desk.example.org/inbound", "deliverTo": "%s"},
                 "headers": {"X-Key": "k"}, "retries": 2}
                """
                    .formatted(more, CHANNEL, receiver.base(), receiver.base()),
                ContractSettings.class));
  }

  private Exchange.Result send(String body) throws Exception {
    return call("Bearer t0k3n", body);
  }

  private Exchange.Result call(String authorization, String body) throws Exception {
    return Exchange.call(
        "POST",
        simulator.baseUrl() + "/custom/contract/mine",
        Map.of("Authorization", authorization, "Content-Type", "application/json"),
        body);
  }
}
