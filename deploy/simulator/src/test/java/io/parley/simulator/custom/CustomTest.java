package io.parley.simulator.custom;

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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomTest {

  private static final String SEND =
      "{\"from\":\"+12065550100\",\"recipients\":[{\"number\":\"+12065550142\"}],"
          + "\"text\":\"Say \\\"hi\\\"\",\"ref\":\"r-1\"}";
  private static final String JSON_SEND =
      """
      "send": {"path": "/v2/messages", "proof": {"type": "token", "header": "X-Api-Key", "value": "k3y"},
        "headers": {"Content-Type": "application/json.*"},
        "required": {"/from": "\\\\+[0-9]+", "/recipients/0/number": "\\\\+[0-9]+", "/text": "(?s).+"},
        "fields": {"from": "/from", "to": "/recipients/0/number", "text": "/text", "clientId": "/ref"},
        "repeats": "%s",
        "accepted": {"status": 202, "headers": {"X-Region": "eu"}, "body": {"template": "{\\"data\\":{\\"id\\":\\"{{id}}\\",\\"ref\\":\\"{{clientId}}\\"}}"}}}
      """;

  private final Receiver receiver = new Receiver();
  private final Simulator simulator = Simulator.start(0);

  @BeforeEach
  void account() {
    put(JSON_SEND.formatted("taken_again"));
  }

  @AfterEach
  void stop() {
    simulator.close();
    receiver.close();
  }

  @Test
  void declaredAnswerIsGiven() throws Exception {
    // When
    Exchange.Result result = send(SEND, "k3y");

    // Then
    assertThat(result.status()).isEqualTo(202);
    assertThat(result.headers()).containsEntry("x-region", "eu");
    assertThat(result.json().at("/data/ref").asText()).isEqualTo("r-1");
    assertThat(simulator.messages().getFirst().messageId())
        .isEqualTo(result.json().at("/data/id").asText());
    assertThat(simulator.messages().getFirst().to()).isEqualTo("+12065550142");
    assertThat(simulator.messages().getFirst().body()).isEqualTo("Say \"hi\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x; x; wrong; 401; unauthorized",
        "{; [; k3y; 400; body",
        "}]; ; k3y; 400; body",
        "+12065550142; 12065550142; k3y; 400; field",
        "\"from\"; \"sender\"; k3y; 400; field",
      })
  void requestThatDoesNotFitIsRefused(
      String part, String instead, String key, int status, String code) throws Exception {
    // When
    Exchange.Result result = send(SEND.replace(part, instead == null ? "" : instead), key);

    // Then
    assertThat(result.status()).isEqualTo(status);
    assertThat(result.json().at("/error/code").asText()).isEqualTo(code);
    assertThat(simulator.messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"taken_again, 202, 2", "same_id, 202, 1", "refused, 409, 1"})
  void usedClientIdMeansWhatWasDeclared(String repeats, int status, int taken) throws Exception {
    // Given
    put(JSON_SEND.formatted(repeats));
    Exchange.Result first = send(SEND, "k3y");

    // When
    Exchange.Result second = send(SEND, "k3y");

    // Then
    assertThat(second.status()).isEqualTo(status);
    assertThat(simulator.messages()).hasSize(taken);
    if (repeats.equals("same_id")) {
      assertThat(second.json()).isEqualTo(first.json());
    }
  }

  @Test
  void formIsReadByNamesAndBasicIsChecked() throws Exception {
    // Given
    put(
        """
        "send": {"path": "/send", "format": "form", "proof": {"type": "basic", "username": "u", "password": "p:w"},
          "required": {"to": "[0-9]+"}, "fields": {"to": "to", "text": "msg"},
          "accepted": {"body": {"format": "form", "contentType": "text/plain", "template": "OK={{id}}"}}}
        """);

    // When
    Exchange.Result result =
        call("POST", "/send", Map.of("Authorization", "Basic dTpwOnc="), "to=4790012345&msg=a%26b");

    // Then
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.body()).startsWith("OK=");
    assertThat(simulator.messages().getFirst().body()).isEqualTo("a&b");
  }

  @Test
  void xmlIsReadByPaths() throws Exception {
    // Given
    put(
        """
        "send": {"path": "/send", "format": "xml",
          "required": {"/sms/@id": ".+"}, "fields": {"to": "/sms/to", "text": "/sms/text", "clientId": "/sms/@id"},
          "accepted": {"body": {"format": "xml", "template": "<ok id='{{id}}' ref='{{clientId}}'/>"}}}
        """);

    // When
    Exchange.Result result =
        call(
            "POST",
            "/send",
            Map.of(),
            "<sms id='a&lt;b'><to>+1</to><text>Hi &amp; bye</text></sms>");

    // Then
    assertThat(result.headers()).containsEntry("content-type", "application/xml");
    assertThat(result.body()).contains("ref='a&lt;b'");
    assertThat(simulator.messages().getFirst().body()).isEqualTo("Hi & bye");
  }

  @ParameterizedTest
  @CsvSource({"0, 200", "-301, 401", "301, 401"})
  void signedRequestMustBeTimely(int seconds, int status) throws Exception {
    // Given
    put(
        """
        "send": {"path": "/send", "proof": {"type": "hmac", "header": "X-Signature", "secret": "s3cret", "algorithm": "SHA512",
          "encoding": "base64", "prefix": "v1=", "signed": "{{timestamp}}.{{url}}.{{body}}", "timestampHeader": "X-Time"}}
        """);
    String url = simulator.baseUrl() + "/custom/http/mine/send?a=%2B1";
    Proof.Signed proof =
        new Proof.Signed(
            "X-Signature",
            "s3cret",
            Proof.Algorithm.SHA512,
            Proof.Encoding.BASE64,
            "v1=",
            "{{timestamp}}.{{url}}.{{body}}",
            "X-Time");

    // When
    Exchange.Result result =
        Exchange.call(
            "POST",
            url,
            Proofs.headers(proof, url, "{}", Instant.now().plusSeconds(seconds), ""),
            "{}");

    // Then
    assertThat(result.status()).isEqualTo(status);
  }

  /** RFC 4231, test case 2. */
  @Test
  void digestAgreesWithTheStandard() {
    // Given
    Proof.Signed proof = new Proof.Signed("X-Sig", "Jefe", null, null, null, null, null);

    // When
    Map<String, String> headers =
        Proofs.headers(proof, "", "what do ya want for nothing?", Instant.EPOCH, "");

    // Then
    assertThat(headers)
        .containsOnly(
            Map.entry("X-Sig", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
  }

  @ParameterizedTest
  @CsvSource({"k3y, 200", "wrong, 401"})
  void credentialsCanBeChecked(String key, int status) throws Exception {
    // When
    Exchange.Result result = call("GET", "/account", Map.of("X-Api-Key", key), "");

    // Then
    assertThat(result.status()).isEqualTo(status);
  }

  @Test
  void receiptsAreWrittenAsDeclared() throws Exception {
    // When
    send(SEND, "k3y");

    // Then
    await().untilAsserted(() -> assertThat(receiver.requests()).hasSize(2));
    Request receipt = receiver.requests().getLast();
    assertThat(receipt.method()).isEqualTo("PUT");
    assertThat(receipt.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(receipt.form().text("state")).isEqualTo("delivered");
    assertThat(receipt.form().text("ref")).isEqualTo("r-1");
    assertThat(receipt.header("Authorization")).isEqualTo("Basic aG9vazpwdw==");
  }

  @Test
  void lateFailureHasItsWordAndCode() throws Exception {
    // Given
    simulator.faults(FaultRule.times(1, FaultMatch.ANY, new Fault.FailLater("E-17")));

    // When
    send(SEND, "k3y");

    // Then
    await().untilAsserted(() -> assertThat(receiver.requests()).hasSize(2));
    assertThat(receiver.requests().getLast().form().text("state")).isEqualTo("failed");
    assertThat(receiver.requests().getLast().form().text("code")).isEqualTo("E-17");
  }

  @Test
  void inboundIsWrittenSignedAndRepeatedAsDeclared() {
    // Given
    receiver.answerNext(Answer.empty(503), Answer.empty(200));

    // When
    Delivered delivered =
        simulator
            .custom()
            .receive(
                Json.read(
                    """
                    {"accountId": "mine", "from": "+12065550142", "to": "+12065550100", "text": "\\"quoted\\" & more", "messageId": "m-1"}
                    """,
                    CustomOrder.class));

    // Then
    assertThat(delivered.deliveries().getFirst().attempts()).containsExactly("503", "200");
    Request request = receiver.requests().getLast();
    assertThat(request.body())
        .isEqualTo("{\"id\":\"m-1\",\"who\":\"+12065550142\",\"text\":\"\\\"quoted\\\" & more\"}");
    Proof.Signed proof =
        new Proof.Signed("X-Hub-Signature-256", "hush", null, null, "sha256=", null, null);
    assertThat(request.header("X-Hub-Signature-256"))
        .isEqualTo(
            Proofs.headers(proof, "", request.body(), Instant.EPOCH, "")
                .get("X-Hub-Signature-256"));
  }

  @ParameterizedTest
  @CsvSource({"WRONG, true", "NONE, false"})
  void proofCanBeWrongOrMissing(String kind, boolean present) {
    // When
    simulator
        .custom()
        .receive(
            Json.read(
                "{\"accountId\": \"mine\", \"from\": \"a\", \"to\": \"b\", \"text\": \"c\", \"signature\": \"%s\"}"
                    .formatted(kind),
                CustomOrder.class));

    // Then
    Request request = receiver.requests().getFirst();
    Proof.Signed right =
        new Proof.Signed("X-Hub-Signature-256", "hush", null, null, "sha256=", null, null);
    String header = request.header("X-Hub-Signature-256");
    assertThat(header != null).isEqualTo(present);
    assertThat(header)
        .isNotEqualTo(
            Proofs.headers(right, "", request.body(), Instant.EPOCH, "")
                .get("X-Hub-Signature-256"));
  }

  private void put(String send) {
    simulator
        .custom()
        .putAccount(
            "mine",
            Json.read(
                """
                {%s, "retries": 2, "pauseMs": 5, "checkPath": "/account",
                 "inbound": {"endpoint": {"url": "https://desk.example.org/hooks/in", "deliverTo": "%s"},
                   "proof": {"type": "hmac", "header": "X-Hub-Signature-256", "secret": "hush", "prefix": "sha256="},
                   "body": {"template": "{\\"id\\":\\"{{id}}\\",\\"who\\":\\"{{from}}\\",\\"text\\":\\"{{text}}\\"}"}},
                 "receipt": {"endpoint": {"url": "https://desk.example.org/hooks/dlr", "deliverTo": "%s"}, "method": "PUT",
                   "proof": {"type": "basic", "username": "hook", "password": "pw"},
                   "body": {"format": "form", "template": "id={{id}}&ref={{clientId}}&state={{status}}&code={{code}}"}}}
                """
                    .formatted(send, receiver.base(), receiver.base()),
                CustomSettings.class));
  }

  private Exchange.Result send(String body, String key) throws Exception {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Api-Key", key);
    headers.put("Content-Type", "application/json");
    return call("POST", "/v2/messages", headers, body);
  }

  private Exchange.Result call(String method, String path, Map<String, String> headers, String body)
      throws Exception {
    return Exchange.call(
        method,
        simulator.baseUrl() + "/custom/http/mine" + path,
        headers,
        body.isEmpty() ? null : body);
  }
}
