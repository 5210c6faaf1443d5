package io.parley.simulator.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.testing.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RcsTest {

  private final GoogleStage stage = new GoogleStage();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void messageIsTakenAndReported() throws Exception {
    // Given
    stage.putRcs(Map.of("readReceipts", true));

    // When
    Exchange.Result result = stage.sendRcs("m-1", "Hi");

    // Then
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.json().path("name").asText())
        .isEqualTo("phones/+15550104477/agentMessages/m-1");
    assertThat(result.json().path("sendTime").asText()).endsWith("Z");
    await().untilAsserted(() -> assertThat(types()).containsExactly("DELIVERED", "READ"));
    for (Request request : stage.receiver.requests()) {
      assertThat(request.header(GoogSignature.HEADER))
          .isEqualTo(GoogSignature.of(GoogleStage.RCS_TOKEN, event(request).toString()));
      assertThat(event(request).path("messageId").asText()).isEqualTo("m-1");
    }
  }

  @Test
  void usedMessageIdIsIgnoredWithoutAWord() throws Exception {
    // Given
    stage.sendRcs("m-1", "Hi");

    // When
    Exchange.Result again = stage.sendRcs("m-1", "Hi");

    // Then
    assertThat(again.status()).isEqualTo(200);
    assertThat(stage.simulator.messages()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{}",
        "{'contentMessage':{}}",
        "{'contentMessage':{'text':''}}",
        "{'contentMessage':{'text':'Hi','fileName':'files/x'}}",
        "{'contentMessage':{'fileName':'files/x'}}",
        "{'contentMessage':{'contentInfo':{'fileUrl':'ftp://x.example/a'}}}",
        "{'contentMessage':{'text':'Hi','colour':'red'}}",
        "{'contentMessage':{'text':'Hi'},'ttl':'soon'}",
        "{'contentMessage':{'text':'Hi'},'ttl':'9s','expireTime':'2026-03-02T09:15:28Z'}",
        "{'text':'Hi'}",
      })
  void malformedMessageIsAnInvalidArgument(String body) throws Exception {
    // When
    Exchange.Result result = stage.rcsMessage(GoogleStage.PHONE, "m", body.replace('\'', '"'));

    // Then
    assertThat(result.status()).isEqualTo(400);
    assertThat(result.json().path("error").path("status").asText()).isEqualTo("INVALID_ARGUMENT");
  }

  @ParameterizedTest
  @CsvSource({"+15550100001, 404", "+15550100002, 403", "15550104477, 400", "+15550104477, 200"})
  void numberDecidesWhoIsReached(String phone, int status) throws Exception {
    // Given
    stage.putRcs(
        Map.of(
            "unreachable",
            List.of("+15550100001"),
            "testers",
            List.of("+15550104477", "+15550100001")));

    // When
    Exchange.Result result = stage.rcsMessage(phone, "m", "{\"contentMessage\":{\"text\":\"Hi\"}}");

    // Then
    assertThat(result.status()).isEqualTo(status);
  }

  @Test
  void agentOfSomebodyElseIsForbidden() throws Exception {
    // When
    Exchange.Result result =
        stage.call(
            "POST",
            "/v1/phones/%2B15550104477/agentMessages?messageId=m&agentId=other",
            TokenIssuer.RCS,
            "{}");

    // Then
    assertThat(result.status()).isEqualTo(403);
  }

  @Test
  void revokedMessageIsNotReported() throws Exception {
    // Given
    stage.putRcs(Map.of("deliverDelays", Map.of("sentMs", 0, "deliveredMs", 200, "readMs", 0)));
    stage.sendRcs("m-1", "Hi");

    // When
    Exchange.Result result =
        stage.call(
            "DELETE",
            "/v1/phones/%2B15550104477/agentMessages/m-1?agentId=harbor-books",
            TokenIssuer.RCS,
            "");
    stage.sendRcs("m-2", "Hi");

    // Then
    assertThat(result.status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(types()).isNotEmpty());
    assertThat(stage.receiver.requests())
        .extracting(request -> event(request).path("messageId").asText())
        .containsExactly("m-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TTL_EXPIRATION_REVOKED", "TTL_EXPIRATION_REVOKE_FAILED"})
  void expiryIsTheOnlyLateFailure(String type) throws Exception {
    // Given
    stage.simulator.faults(FaultRule.times(1, FaultMatch.ANY, new Fault.FailLater(type)));

    // When
    stage.sendRcs("m-1", "Hi");

    // Then
    await().untilAsserted(() -> assertThat(types()).containsExactly(type));
    assertThat(event(stage.receiver.requests().getFirst()).path("phoneNumber").asText())
        .isEqualTo(GoogleStage.PHONE);
  }

  @Test
  void capabilitiesEventsFilesAndReachAreAnswered() throws Exception {
    // Given
    stage.putRcs(Map.of("unreachable", List.of("+15550100001")));
    String phone = "/v1/phones/%2B15550104477";

    // When
    Exchange.Result capabilities =
        stage.call(
            "GET", phone + "/capabilities?requestId=r&agentId=harbor-books", TokenIssuer.RCS, "");
    Exchange.Result typing =
        stage.call(
            "POST",
            phone + "/agentEvents?eventId=e&agentId=harbor-books",
            TokenIssuer.RCS,
            "{\"eventType\":\"IS_TYPING\"}");
    Exchange.Result readOfNothing =
        stage.call(
            "POST",
            phone + "/agentEvents?eventId=f&agentId=harbor-books",
            TokenIssuer.RCS,
            "{\"eventType\":\"READ\"}");
    Exchange.Result reach =
        stage.call(
            "POST",
            "/v1/users:batchGet",
            TokenIssuer.RCS,
            "{\"agentId\":\"harbor-books\",\"users\":[\"+15550104477\",\"+15550100001\"]}");
    String file =
        stage.call("POST", "/v1/files", TokenIssuer.RCS, "{}").json().path("name").asText();
    Exchange.Result withFile =
        stage.rcsMessage(
            GoogleStage.PHONE, "m", "{\"contentMessage\":{\"fileName\":\"" + file + "\"}}");

    // Then
    assertThat(capabilities.json().path("features")).hasSize(8);
    assertThat(typing.status()).isEqualTo(200);
    assertThat(readOfNothing.status()).isEqualTo(400);
    assertThat(reach.json().path("reachableUsers")).hasSize(1);
    assertThat(withFile.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"text\": \"Hi\"; /text; Hi; message",
        "\"userFile\": {\"mimeType\": \"image/png\", \"fileSizeBytes\": 5, \"fileUri\": \"https://rcs.example/f\"}; /userFile/payload/mimeType; image/png; message",
        "\"location\": {\"latitude\": 52.37, \"longitude\": 4.89}; /location/latitude; 52.37; message",
        "\"suggestion\": {\"postbackData\": \"yes\", \"text\": \"Yes\"}; /suggestionResponse/postbackData; yes; message",
        "\"event\": \"IS_TYPING\"; /eventType; IS_TYPING; event",
        "\"event\": \"UNSUBSCRIBE\"; /eventType; UNSUBSCRIBE; event",
        "\"event\": \"READ\", \"messageId\": \"m-1\"; /messageId; m-1; event",
      })
  void everyKindOfEventIsWrappedAndSignedOverItsData(
      String what, String pointer, String value, String type) throws Exception {
    // When
    stage
        .simulator
        .rcs()
        .receive(
            Json.read(
                "{\"accountId\": \"rcs-1\", \"from\": \"+15550104477\", " + what + "}",
                RcsOrder.class));

    // Then
    Request request = stage.receiver.requests().getFirst();
    assertThat(event(request).at(pointer).asText()).isEqualTo(value);
    assertThat(Json.textAt(request.body(), "/message/attributes/type")).contains(type);
    byte[] data =
        Base64.getDecoder().decode(Json.textAt(request.body(), "/message/data").orElseThrow());
    assertThat(request.header(GoogSignature.HEADER))
        .isEqualTo(
            GoogSignature.of(GoogleStage.RCS_TOKEN, new String(data, StandardCharsets.UTF_8)));
  }

  private List<String> types() {
    return stage.receiver.requests().stream()
        .map(request -> event(request).path("eventType").asText())
        .toList();
  }

  private static JsonNode event(Request request) {
    byte[] data =
        Base64.getDecoder().decode(Json.textAt(request.body(), "/message/data").orElseThrow());
    return Json.read(new String(data, StandardCharsets.UTF_8), JsonNode.class);
  }
}
