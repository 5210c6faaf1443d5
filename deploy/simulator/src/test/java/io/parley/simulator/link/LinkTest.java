package io.parley.simulator.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.testing.Exchange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTest {

  private final LinkStage stage = new LinkStage();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void messageOfTheFileIsQueuedAndReported() throws Exception {
    // When
    Exchange.Result result = stage.send(LinkStage.SEND);

    // Then
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.json().path("resultCode").asInt()).isEqualTo(1005);
    assertThat(result.json().path("description").asText()).isEqualTo("Queued");
    assertThat(result.json().path("smsCount").asInt()).isEqualTo(1);
    await().untilAsserted(() -> assertThat(codes()).containsExactly(1000, 1001));
    Request report = stage.receiver.requests().getLast();
    assertThat(report.header("Authorization")).isEqualTo(LinkStage.HOOK_LOGIN);
    assertThat(report.header("X-Harbor-Hook")).isEqualTo("Zk3vQ9");
    assertThat(Json.textAt(report.body(), "/refId")).contains("01HPX3M8Z7Q4");
    assertThat(Json.textAt(report.body(), "/id"))
        .contains(result.json().path("messageId").asText());
  }

  @Test
  void reportsAreWrittenAsInTheFile() {
    // Given
    SendCheck.Draft one =
        new SendCheck.Draft(
            "27333", "+4790012345", "x", 1, List.of(), "01HPX3M8Z7Q4", false, false);
    SendCheck.Draft two =
        new SendCheck.Draft(
            "27333", "+4790012345", "x", 2, List.of(), "01HPX4AA2K9D", false, false);
    Instant first = Instant.parse("2026-02-11T07:43:01Z");
    Instant second = Instant.parse("2026-02-11T08:00:00Z");

    // When
    String good =
        Json.write(
            Reports.body(
                one, "Hb7qLw+T0kEAAAGPxR/21vQd", new Reports.Report(0, 1001), first, first));
    String bad =
        Json.write(
            Reports.body(
                two, "Jc1rMx+U1lFAAAGPyS/32wRe", new Reports.Report(1, 2106), second, second));

    // Then
    assertThat(good)
        .isEqualTo(
            """
            {"refId":"01HPX3M8Z7Q4","id":"Hb7qLw+T0kEAAAGPxR/21vQd","operator":"no.telia","sentTimestamp":"2026-02-11T07:43:01Z",\
            "timestamp":"2026-02-11T07:42:59Z","resultCode":1001,"operatorResultCode":"0","segments":1,\
            "gateCustomParameters":{},"customParameters":{"received":"2026-02-11 08:43:02"}}""");
    assertThat(bad)
        .isEqualTo(
            """
            {"refId":"01HPX4AA2K9D","id":"Jc1rMx+U1lFAAAGPyS/32wRe$1","operator":null,"sentTimestamp":"2026-02-11T08:00:00Z",\
            "timestamp":"2026-02-11T08:00:00Z","resultCode":2106,"operatorResultCode":null,"segments":2,\
            "gateCustomParameters":{},"customParameters":{}}""");
  }

  @Test
  void eachPartIsReportedAndTheLastOneFails() throws Exception {
    // Given
    stage.simulator.faults(
        FaultRule.times(1, FaultMatch.ANY, new Fault.FailLater(null, 2106, null)));

    // When
    stage.send(LinkStage.SEND.replace("Pakken", "x".repeat(200)));

    // Then
    await().untilAsserted(() -> assertThat(codes()).containsExactly(1000, 1000, 1001, 2106));
    assertThat(stage.receiver.requests())
        .extracting(
            request -> Json.textAt(request.body(), "/id").orElse("").replaceFirst(".*\\$", ""))
        .containsExactly("0", "1", "0", "1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{; [; 400; 4001",
        "\"userData\":; \"userdata\":; 400; 4001",
        "\"platformId\":\"COMMON_API\"; \"platformId\":\"COOL\"; 400; 106200",
        "\"48213\"; \"1\"; 400; 106201",
        "\"48213\"; 48213; 400; 4001",
        "\"source\":\"27333\"; \"source\":\"99999\"; 400; 2000",
        "\"source\":\"27333\"; \"source\":\"Harbor\"; 400; 2000",
        "SHORTNUMBER; SHORTCODE; 400; 2001",
        "+4790012345; 4790012345; 400; 2106",
        "\"destinationTON\":\"MSISDN\"; \"destinationTON\":\"ALPHANUMERIC\"; 400; 2100",
        "\"TEXT\"; \"EMOJI\"; 400; 3000",
        "Hei!; Hei \uD83D\uDE00; 400; 3000",
        "\"replySmsCount\":\"true\"; \"replySmsCount\":true; 400; 4001",
        "[\"Tq3mVbZk\"]; []; 400; 106300",
        "[\"Tq3mVbZk\"]; [\"nobody\"]; 400; 106301",
        "\"ignoreResponse\":false; \"ignoreResponse\":\"no\"; 400; 4001",
        "\"ignoreResponse\":false; \"ignoreResponse\":false,\"priority\":\"URGENT\"; 400; 4001",
        "\"ignoreResponse\":false; \"ignoreResponse\":false,\"relativeValidityTime\":172800001; 400; 4001",
        "\"ignoreResponse\":false; \"ignoreResponse\":false,\"absoluteValidityTime\":\"2020-01-01T00:00:00Z\"; 400; 4001",
      })
  void messageThatDoesNotFitIsRefused(String part, String instead, int status, int code)
      throws Exception {
    // When
    Exchange.Result result = stage.send(LinkStage.SEND.replace(part, instead));

    // Then
    assertThat(result.status()).isEqualTo(status);
    assertThat(result.json().path("status").asInt()).isEqualTo(code);
    assertThat(result.json().has("translatedDescription")).isTrue();
    assertThat(stage.simulator.messages()).isEmpty();
  }

  @Test
  void ignoredResponseHasNoId() throws Exception {
    // When
    Exchange.Result result = stage.send(LinkStage.SEND.replace("\"ignoreResponse\":false,", ""));

    // Then
    assertThat(result.status()).isEqualTo(204);
    assertThat(result.body()).isEmpty();
    assertThat(stage.simulator.messages()).hasSize(1);
  }

  @Test
  void referenceIsNoIdempotencyKey() throws Exception {
    // When
    stage.send(LinkStage.SEND);
    stage.send(LinkStage.SEND);

    // Then
    assertThat(stage.simulator.messages()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 401, 106100, 103100",
    "Basic d3Jvbmc6bG9naW4=, '', 401, 106100, 103100",
    "Bearer none, '', 401, 106100, 103100",
    "Basic aGFyYm9yX2FwaTpLZWxwJlRpZGUtOQ==, '\"status\": \"suspended\",', 403, 106101, 103101",
  })
  void loginIsChecked(String authorization, String more, int status, int sendCode, int gateCode)
      throws Exception {
    // Given
    stage.put(more);

    // When
    Exchange.Result sent = stage.call("POST", "/sms/send", authorization, LinkStage.SEND);
    Exchange.Result gates =
        stage.call("GET", "/gate/partnergate/platform/COMMON_API/partner/48213", authorization, "");

    // Then
    assertThat(List.of(sent.status(), gates.status())).containsOnly(status);
    assertThat(sent.json().path("status").asInt()).isEqualTo(sendCode);
    assertThat(gates.json().path("status").asInt()).isEqualTo(gateCode);
  }

  @Test
  void tokenOpensTheApi() throws Exception {
    // Given
    Exchange.Result token =
        Exchange.call(
            "POST",
            stage.simulator.baseUrl() + "/auth/token",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            "grant_type=client_credentials&client_id=harbor&client_secret=s3cret");

    // When
    Exchange.Result result =
        stage.call(
            "POST",
            "/sms/send",
            "Bearer " + token.json().path("access_token").asText(),
            LinkStage.SEND);

    // Then
    assertThat(token.json().has("expires_in")).isFalse();
    assertThat(result.status()).isEqualTo(200);
    assertThat(stage.simulator.requests().getFirst().body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /gate/partnergate/platform/COMMON_API/partner/48213, 200, 0",
    "GET, /gate/partnergate/platform/COOL/partner/48213, 400, 103201",
    "GET, /gate/partnergate/platform/COMMON_API/partner/1, 400, 103202",
    "GET, /gate/partnergate/id/Tq3mVbZk, 200, 0",
    "GET, /gate/partnergate/refid/harbor-mo, 200, 0",
    "GET, /gate/partnergate/id/nobody, 404, 103304",
    "DELETE, /gate/partnergate/id/Tq3mVbZk, 204, 0",
    "DELETE, /gate/partnergate/id/nobody, 405, 0",
  })
  void gatesCanBeReadAndDeleted(String method, String path, int status, int code) throws Exception {
    // When
    Exchange.Result result = stage.call(method, path, LinkStage.LOGIN, "");

    // Then
    assertThat(result.status()).isEqualTo(status);
    if (code > 0) {
      assertThat(result.json().path("status").asInt()).isEqualTo(code);
    }
  }

  @Test
  void gateCanBeMadeReplacedAndUsed() throws Exception {
    // Given
    String gate =
        """
        {"type": "PARTNER_GATE", "refId": "harbor-dlr", "platformId": "COMMON_API", "platformPartnerId": "48213",
         "gateType": "ONE_ORDERED", "ttl": 172800000, "acknowledge": true, "throttle": 20,
         "destinations": [{"url": "https://chat.harborbooks.example/hooks/link/new", "contentType": "application/json",
           "customParameters": {"method": "GET", "template": "mid=${id}&rc=${resultCode}&to=${destination|number|noplus}"}}],
         "customParameters": {}}
        """;
    Exchange.Result made = stage.call("POST", "/gate/partnergate", LinkStage.LOGIN, gate);
    String location = made.headers().getOrDefault("location", "");
    String id = location.replaceFirst(".*/", "");

    // When
    Exchange.Result again = stage.call("POST", "/gate/partnergate", LinkStage.LOGIN, gate);
    Exchange.Result replaced =
        stage.call(
            "PUT",
            "/gate/partnergate/id/" + id,
            LinkStage.LOGIN,
            gate.replace("\"acknowledge\": true", "\"acknowledge\": false"));
    stage.send(LinkStage.SEND.replace("Tq3mVbZk", id));

    // Then
    assertThat(made.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(409);
    assertThat(replaced.status()).isEqualTo(204);
    await().untilAsserted(() -> assertThat(stage.receiver.requests()).hasSize(2));
    Request report = stage.receiver.requests().getLast();
    assertThat(report.method()).isEqualTo("GET");
    assertThat(report.query().text("rc")).isEqualTo("1001");
    assertThat(report.query().text("to")).isEqualTo("4790012345");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"url\": \"nowhere\"; 103290",
        "\"url\": \"https://x.example/\", \"contentType\": \"application/xml\"; 103290",
        "; 103300",
      })
  void badGateIsRefused(String destination, int code) throws Exception {
    // When
    Exchange.Result result =
        stage.call(
            "POST",
            "/gate/partnergate",
            LinkStage.LOGIN,
            "{\"platformId\": \"COMMON_API\", \"platformPartnerId\": \"48213\", \"destinations\": ["
                + (destination == null ? "" : "{" + destination + "}")
                + "]}");

    // Then
    assertThat(result.status()).isEqualTo(400);
    assertThat(result.json().path("status").asInt()).isEqualTo(code);
  }

  @Test
  void inboundMessageIsWrittenAsInTheFile() {
    // Given
    LinkOrder order =
        Json.read(
            """
            {"accountId": "48213", "source": "+4790012345", "destination": "NO-27333",
             "text": "Harbor hvor er pakken min?", "messageId": "Ff0kR2+uYQkAAAGQm1/8pTz4", "at": "2026-02-11T07:42:10Z"}
            """,
            LinkOrder.class);

    // When
    stage.simulator.link().receive(order);

    // Then
    Request request = stage.receiver.requests().getFirst();
    assertThat(request.header("Authorization")).isEqualTo(LinkStage.HOOK_LOGIN);
    assertThat(request.body())
        .isEqualTo(
            """
            {"destination":"NO-27333","subNumber":null,"source":"+4790012345",\
            "content":{"type":"SMS","userData":"Harbor hvor er pakken min?","encoding":"TEXT"},\
            "operator":"no.telia","timestamp":"2026-02-11T07:42:10Z","messageId":"Ff0kR2+uYQkAAAGQm1/8pTz4",\
            "operatorTimestamp":"2026-02-11T07:42:09Z","operatorMessageId":"884120077",\
            "route":{"type":"KEYWORD_ROUTE","id":"kw-771","refId":"harbor","gateIds":["Mx2cTy7p"],"platformId":"SMSC",\
            "platformPartnerId":"48213","number":"NO-27333","keyword":"HARBOR","keywordType":"FIRST_WORD","active":true,\
            "shared":false,"description":"Harbor Books"},\
            "gateCustomParameters":{},"customParameters":{"suggestedOperator":"no.telia","queued":"2026-02-11 08:42:10"}}""");
  }

  @Test
  void acknowledgingGateWantsABody() {
    // Given
    stage.put("", "\"acknowledge\": true");
    stage.receiver.answerNext(
        Answer.empty(200),
        Answer.text(201, "text/plain", "OK"),
        Answer.text(200, "text/plain", "OK"));

    // When
    Delivered delivered = stage.simulator.link().receive(order(SignatureKind.VALID));

    // Then
    assertThat(delivered.deliveries().getFirst().attempts()).containsExactly("200", "201", "200");
    assertThat(delivered.acknowledged()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"WRONG, true", "NONE, false"})
  void loginCanBeWrongOrMissing(SignatureKind kind, boolean present) {
    // When
    stage.simulator.link().receive(order(kind));

    // Then
    String header = stage.receiver.requests().getFirst().header("Authorization");
    assertThat(header != null).isEqualTo(present);
    assertThat(header).isNotEqualTo(LinkStage.HOOK_LOGIN);
  }

  @Test
  void refusalCanStandInASuccess() throws Exception {
    // Given
    stage.simulator.faults(FaultRule.times(1, FaultMatch.ANY, new Fault.Refuse(2105, 200, null)));

    // When
    Exchange.Result result = stage.send(LinkStage.SEND);

    // Then
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.json().path("resultCode").asInt()).isEqualTo(2105);
  }

  private static LinkOrder order(SignatureKind kind) {
    return Json.read(
        "{\"accountId\": \"48213\", \"source\": \"+4790012345\", \"destination\": \"NO-27333\","
            + " \"text\": \"Hi\", \"signature\": \""
            + kind
            + "\"}",
        LinkOrder.class);
  }

  private List<Integer> codes() {
    return stage.receiver.requests().stream()
        .map(request -> Json.read(request.body(), JsonNode.class))
        .map(report -> report.path("resultCode").asInt())
        .toList();
  }
}
