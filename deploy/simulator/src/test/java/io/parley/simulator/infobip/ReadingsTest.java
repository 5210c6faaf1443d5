package io.parley.simulator.infobip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.testing.Caller;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {

  private static final String WITHOUT_ADDRESS =
      "{\"messages\":[{\"sender\":\"447700900999\",\"destinations\":[{\"to\":\"447700900123\","
          + "\"messageId\":\"m-1\"}],\"content\":{\"text\":\"Hi\"}}]}";

  private final Fixture stage = new Fixture();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void keyIsCheckedByAskingForAnImpossibleReport() throws Exception {
    // When
    Caller.Result result =
        stage.call("GET", "/sms/3/reports?messageId=" + UUID.randomUUID() + "&limit=1", "");

    // Then
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.body().toString()).isEqualTo("{\"results\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "/sms/3/reports, none, E401",
        "/sms/3/reports, App wrong, E401",
        "/sms/3/reports, Bearer x, E401",
        "/account/1/balance, App wrong, UNAUTHORIZED",
        "/sms/1/inbox/reports, App wrong, UNAUTHORIZED",
      })
  void wrongKeyIsRefusedInTheEnvelopeOfThePath(String path, String authorization, String code)
      throws Exception {
    // Given
    Map<String, String> headers =
        authorization == null ? Map.of() : Map.of("Authorization", authorization);

    // When
    Caller.Result result = stage.caller.send("GET", path, headers, "");

    // Then
    assertThat(result.status()).isEqualTo(401);
    assertThat(errorCode(result)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"status\":\"expired\" | /sms/3/reports | 401",
        "\"status\":\"address_not_allowed\" | /sms/3/reports | 403",
        "\"scopes\":[\"sms:logs:read\"] | /sms/3/reports | 403",
        "\"scopes\":[\"message:send\"] | /sms/3/reports | 200",
        "\"scopes\":[\"message:send\"] | /account/1/balance | 403",
        "\"scopes\":[\"message:send\"] | /sms/1/inbox/reports | 403",
        "\"scopes\":[\"message:send\"] | /sms/3/logs | 403",
        "\"scopes\":[\"account-management:manage\"] | /account/1/balance | 200",
        "\"scopes\":[] | /sms/3/nothing | 404",
      })
  void keyReachesAsFarAsItsScopes(String field, String path, int status) throws Exception {
    // Given
    stage.put(field);

    // When
    Caller.Result result = stage.call("GET", path, "");

    // Then
    assertThat(result.status()).isEqualTo(status);
  }

  @Test
  void reportWithoutAddressIsPulledOnce() throws Exception {
    // Given
    stage.send(WITHOUT_ADDRESS);
    JsonNode[] first = new JsonNode[1];
    await()
        .until(
            () -> {
              first[0] = results("/sms/3/reports?messageId=m-1");
              return first[0].size() == 1;
            });

    // When
    JsonNode second = results("/sms/3/reports?messageId=m-1");

    // Then
    assertThat(first[0].path(0).path("status").path("id").asInt()).isEqualTo(5);
    assertThat(second).isEmpty();
    assertThat(stage.receiver.requests()).isEmpty();
  }

  @Test
  void logsAreNotConsumed() throws Exception {
    // Given
    stage.send(WITHOUT_ADDRESS);

    // When
    JsonNode first = results("/sms/3/logs?messageId=m-1");
    JsonNode second = results("/sms/3/logs?messageId=m-1");

    // Then
    assertThat(first).hasSize(1);
    assertThat(second.path(0).path("destination").asText()).isEqualTo(Fixture.CUSTOMER);
    assertThat(results("/sms/3/logs?messageId=other")).isEmpty();
  }

  @Test
  void logsAreLimitedPerMinute() throws Exception {
    // Given
    stage.simulator.setClock(Instant.parse("2026-11-20T10:00:00Z"));
    for (int i = 0; i < 120; i++) {
      stage.call("GET", "/sms/3/logs", "");
    }

    // When
    Caller.Result result = stage.call("GET", "/sms/3/logs", "");

    // Then
    assertThat(result.status()).isEqualTo(429);
  }

  @Test
  void inboundMessageWithoutAddressIsPulledOnce() throws Exception {
    // Given
    stage.put("\"forwardUrl\":null");
    stage
        .simulator
        .infobip()
        .receive(InboundOrder.text(Fixture.ACCOUNT, Fixture.CUSTOMER, Fixture.NUMBER, "Hi"));

    // When
    JsonNode first = results("/sms/1/inbox/reports?limit=10");
    JsonNode second = results("/sms/1/inbox/reports?limit=10");

    // Then
    assertThat(first.path(0).path("text").asText()).isEqualTo("Hi");
    assertThat(second).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0", "1001", "many"})
  void limitOutOfRangeIsRefused(String limit) throws Exception {
    // When
    Caller.Result result = stage.call("GET", "/sms/3/logs?limit=" + limit, "");

    // Then
    assertThat(result.status()).isEqualTo(400);
    assertThat(result.body().path("violations").path(0).path("property").asText())
        .isEqualTo("limit");
  }

  @Test
  void previewCountsParts() throws Exception {
    // When
    Caller.Result result =
        stage.call("POST", "/sms/1/preview", "{\"text\":\"" + "x".repeat(161) + "\"}");

    // Then
    assertThat(result.body().path("previews").path(0).path("messageCount").asInt()).isEqualTo(2);
  }

  @Test
  void balanceFollowsTheCredits() throws Exception {
    // Given
    stage.put("\"credits\":2");
    stage.send();

    // When
    Caller.Result result = stage.call("GET", "/account/1/balance", "");

    // Then
    assertThat(result.body().path("balance").asDouble()).isEqualTo(0.04);
    assertThat(result.body().path("currency").asText()).isEqualTo("EUR");
  }

  @Test
  void blocklistCanBeReadAndChanged() throws Exception {
    // Given
    String list =
        "{\"blocklist\":[{\"destinations\":[{\"to\":\"447700900123\"}],\"channel\":\"SMS\"}]}";
    Caller.Result added = stage.call("POST", "/platform/1/blocklists", list);
    int blocked = status(stage.send());
    JsonNode shown = results("/platform/1/blocklists?destination=447700900123");

    // When
    stage.call("DELETE", "/platform/1/blocklists", list);

    // Then
    assertThat(added.status()).isEqualTo(202);
    assertThat(blocked).isEqualTo(14);
    assertThat(shown).hasSize(1);
    assertThat(status(stage.send())).isEqualTo(26);
  }

  @Test
  void readingCanFailToo() throws Exception {
    // Given
    stage.simulator.faults(
        FaultRule.times(
            1,
            FaultMatch.provider("infobip").on("account"),
            new Fault.ServerError(500, null, null)));

    // When
    Caller.Result result = stage.call("GET", "/account/1/balance", "");

    // Then
    assertThat(result.status()).isEqualTo(500);
    assertThat(errorCode(result)).isEqualTo("GENERAL_ERROR");
  }

  private JsonNode results(String path) throws Exception {
    return stage.call("GET", path, "").body().path("results");
  }

  private static int status(Caller.Result result) {
    return result.body().path("messages").path(0).path("status").path("id").asInt();
  }

  private static String errorCode(Caller.Result result) {
    return result.body().has("errorCode")
        ? result.body().path("errorCode").asText()
        : result.body().path("requestError").path("serviceException").path("messageId").asText();
  }
}
