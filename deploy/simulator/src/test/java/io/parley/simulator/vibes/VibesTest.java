package io.parley.simulator.vibes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.simulator.Simulator;
import io.parley.simulator.delivery.SignatureKind;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VibesTest {

  private static final String LOGIN = "Basic b3BzQGhhcmJvcmJvb2tzLmV4YW1wbGU6VGlkZS00Mg==";
  private static final String SEND =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <mtMessage submitterMessageId="01HPX3M8Z7Q4" splitLongMessage="true">
        <destination address="+13125550143" type="MDN" carrier="105"/>
        <source address="73355" type="SC"/>
        <text>Your order ships Thursday &amp; arrives Friday.</text>
        <receiptOption callbackUrl="https://chat.harborbooks.example/hooks/vibes/r/6d1f0a9c">ALL</receiptOption>
        <transaction id="5d0c9f9e-0b1a-4a35-8a0e-aa0a54f2d911"/>
      </mtMessage>
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
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.body())
        .matches(
            "<mtMessageRsp messageId=\"[0-9a-f-]{36}\" submitterMessageId=\"01HPX3M8Z7Q4\""
                + " carrier=\"105\" splitLongMessage=\"true\"/>");
    assertThat(simulator.messages().getFirst().body())
        .isEqualTo("Your order ships Thursday & arrives Friday.");
    await()
        .untilAsserted(() -> assertThat(types()).containsExactly("System", "Carrier", "Handset"));
    assertThat(receiver.requests())
        .allSatisfy(
            request -> {
              assertThat(request.header("Authorization")).isNull();
              assertThat(attribute(request.body(), "messageId"))
                  .isEqualTo(attribute(result.body(), "messageId"));
            });
  }

  @Test
  void receiptIsWrittenAsInTheFile() {
    // Given
    Receipt receipt =
        new Receipt(
            "0b9fb0f4-61d7-4c57-9f0e-3d9f4c6c2e77",
            "0b9fb0f4-61d7-4c57-9f0e-3d9f4c6c2e77",
            1,
            1,
            Receipt.Source.HANDSET,
            null,
            "");

    // When
    String xml = receipt.xml("01HPX3M8Z7Q4", false, Instant.parse("2026-02-11T19:42:19.204Z"));

    // Then
    assertThat(xml)
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <mtMessageResponse messageId="0b9fb0f4-61d7-4c57-9f0e-3d9f4c6c2e77" submitterMessageId="01HPX3M8Z7Q4" receiptDate="2026-02-11T13:42:19.204-06:00">\
            <multipart isMultipart="false" originalMessageId="" noOfParts="1" partNumber="1"/>\
            <type>Handset</type><status isError="false"><description>Reached the handset</description></status></mtMessageResponse>""");
  }

  @Test
  void bareFailureIsWrittenAsInTheFile() {
    // Given
    Receipt receipt =
        new Receipt(
            "a7c1f6de-58b8-4b3c-9a2e-b1b0f2f0e4d5",
            "",
            1,
            1,
            Receipt.Source.CARRIER,
            Receipt.Failure.of("Carrier/100/8", null),
            "");

    // When
    String xml = receipt.xml("", true, Instant.parse("2026-02-11T19:50:01.771Z"));

    // Then
    assertThat(xml)
        .endsWith(
            """
            <mtMessageResponse messageId="a7c1f6de-58b8-4b3c-9a2e-b1b0f2f0e4d5" receiptDate="2026-02-11T13:50:01.771-06:00">\
            <type>Carrier</type><status isError="true"><description>Carrier did not take the message</description><errorCode>100</errorCode>\
            <internalErrorCode>8</internalErrorCode></status></mtMessageResponse>""");
  }

  @ParameterizedTest
  @CsvSource({
    "9, System error, 9",
    "100, System|Carrier error, 100",
    "Handset/24, System|Carrier|Handset error, 24",
  })
  void failureEndsTheReceipts(String code, String told, String shown) throws Exception {
    // Given
    simulator.faults(FaultRule.times(1, FaultMatch.ANY, new Fault.FailLater(code)));

    // When
    send(SEND);

    // Then
    await().untilAsserted(() -> assertThat(String.join("|", types())).isEqualTo(told));
    assertThat(receiver.requests().getLast().body()).contains("rrorCode>" + shown + "<");
  }

  @Test
  void partsHaveTheirOwnReceipts() throws Exception {
    // When
    Exchange.Result result = send(SEND.replace("Thursday", "x".repeat(200)));

    // Then
    await().untilAsserted(() -> assertThat(receiver.requests()).hasSize(6));
    assertThat(receiver.requests())
        .allSatisfy(
            request ->
                assertThat(attribute(request.body(), "originalMessageId"))
                    .isEqualTo(attribute(result.body(), "messageId")));
    assertThat(
            receiver.requests().stream()
                .map(request -> attribute(request.body(), "messageId"))
                .distinct())
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"NONE, 0", "ERROR, 0", "ALL, 3", "SMSC_ALL, 2"})
  void receiptOptionIsObeyed(String option, int receipts) throws Exception {
    // When
    send(SEND.replace(">ALL<", ">" + option + "<"));
    send(SEND.replace("01HPX3M8Z7Q4", "last"));

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(receiptsOf("01HPX3M8Z7Q4") + receiptsOf("last"))
                    .isEqualTo(receipts + 3));
  }

  @Test
  void alternateDeliveryGoesOnUnderAnotherId() throws Exception {
    // Given
    simulator.faults(FaultRule.times(1, FaultMatch.ANY, new Fault.FailLater("100")));

    // When
    send(SEND.replace("splitLongMessage", "alternateDelivery=\"true\" splitLongMessage"));

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(types())
                    .containsExactly("System", "Carrier error", "Carrier", "Handset"));
    String other = attribute(receiver.requests().get(1).body(), "fwdToMessageId");
    assertThat(attribute(receiver.requests().getLast().body(), "messageId")).isEqualTo(other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "address=\"73355\"; address=\"99999\"; 8",
        "type=\"SC\"; type=\"LC\"; 8",
        "+13125550143; +4790012345; 26",
        "+13125550143; 5550143; 26",
      })
  void refusalStandsInASuccessWithoutAnId(String part, String instead, String code)
      throws Exception {
    // When
    Exchange.Result result = send(SEND.replace(part, instead));

    // Then
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.body())
        .doesNotContain(" messageId=")
        .contains("isError=\"true\"", "<errorCode>" + code + "</errorCode>");
    assertThat(simulator.messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3125550143", "13125550143", "+13125550143"})
  void destinationMayBeNational(String number) throws Exception {
    // When
    send(SEND.replace("+13125550143", number));

    // Then
    assertThat(simulator.messages().getFirst().to()).isEqualTo("+13125550143");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<mtMessage ; <mtMassage ",
        "</text>; ",
        "type=\"MDN\"; type=\"SC\"",
        "carrier=\"105\"; carrier=\"AT&amp;T\"",
        ">ALL<; >EVERYTHING<",
        "splitLongMessage=\"true\"; splitLongMessage=\"yes\"",
        "01HPX3M8Z7Q4; 01234567890123456789012345678901234567890",
        "https://chat; chat",
        "<source address=\"73355\" type=\"SC\"/>; ",
        "<mtMessage ; <!DOCTYPE x><mtMessage ",
      })
  void malformedMessageIsRefused(String part, String instead) throws Exception {
    // When
    Exchange.Result result = send(SEND.replace(part, instead == null ? "" : instead));

    // Then
    assertThat(result.status()).isEqualTo(400);
  }

  @Test
  void textThatIsNotSplitIsCut() throws Exception {
    // When
    send(SEND.replace("splitLongMessage=\"true\"", "").replace("Thursday", "x".repeat(200)));

    // Then
    assertThat(simulator.messages().getFirst().body()).hasSize(160);
  }

  @ParameterizedTest
  @CsvSource({
    "Basic b3BzQGhhcmJvcmJvb2tzLmV4YW1wbGU6VGlkZS00Mg==, '', 200",
    "basic b3BzQGhhcmJvcmJvb2tzLmV4YW1wbGU6VGlkZS00Mg==, '', 200",
    "Basic d3Jvbmc6bG9naW4=, '', 401",
    "Basic b3BzQGhhcmJvcmJvb2tzLmV4YW1wbGU6VGlkZS00Mg==, '\"status\": \"suspended\",', 403",
  })
  void loginIsChecked(String login, String more, int status) throws Exception {
    // Given
    put(more);

    // When
    Exchange.Result result =
        call("GET", "/MessageApi/mdns/3125550143?shortcode=73355", login, null);

    // Then
    assertThat(result.status()).isEqualTo(status);
    if (status == 200) {
      assertThat(result.body()).contains("<mdn ", "carrier=\"104\"", "provisioned=\"true\"");
    }
  }

  @Test
  void messageAndItsReceiptsCanBeLookedUp() throws Exception {
    // Given
    String id = attribute(send(SEND).body(), "messageId");
    await().untilAsserted(() -> assertThat(types()).hasSize(3));

    // When
    Exchange.Result message = call("GET", "/MessageApi/mt/messages/" + id, LOGIN, null);
    Exchange.Result responses =
        call("GET", "/MessageApi/mt/messages/" + id + "/responses", LOGIN, null);
    Exchange.Result other = call("GET", "/MessageApi/mt/messages/none", LOGIN, null);

    // Then
    assertThat(message.body()).contains("noOfParts=\"1\"");
    assertThat(responses.body()).contains("<mtMessageResponses>", "<type>Handset</type>");
    assertThat(other.status()).isEqualTo(404);
  }

  @Test
  void inboundMessageIsWrittenAsInTheFile() {
    // Given
    VibesOrder order =
        Json.read(
            """
            {"accountId": "harbor", "from": "+13125550143", "to": "73355", "text": "Where is my order?",
             "messageId": "5d0c9f9e-0b1a-4a35-8a0e-aa0a54f2d911", "at": "2026-02-11T13:42:10Z"}
            """,
            VibesOrder.class);

    // When
    simulator.vibes().receive(order);

    // Then
    Request request = receiver.requests().getFirst();
    assertThat(request.header("Authorization")).isEqualTo("Basic bW8taG9vazpSZWVmLTc3");
    assertThat(request.body())
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <moMessage messageId="5d0c9f9e-0b1a-4a35-8a0e-aa0a54f2d911" receiptDate="2026-02-11 13:42:10 +0000" attemptNumber="1">\
            <source address="+13125550143" carrier="104" type="MDN"/><destination address="73355" type="SC"/>\
            <message>Where is my order?</message></moMessage>""");
  }

  @Test
  void redeliveryCountsItsAttempts() {
    // Given
    receiver.answerNext(Answer.empty(404), Answer.empty(500), Answer.empty(204));

    // When
    Delivered delivered = simulator.vibes().receive(order("\"cdata\": true,"));

    // Then
    assertThat(delivered.acknowledged()).isEqualTo(1);
    assertThat(receiver.requests())
        .extracting(request -> attribute(request.body(), "attemptNumber"))
        .containsExactly("1", "2", "3");
    assertThat(receiver.requests().getFirst().body()).contains("<![CDATA[stop & go]]>");
  }

  @Test
  void afterFiveRepetitionsItIsGivenUp() {
    // Given
    Answer[] failures = new Answer[6];
    Arrays.fill(failures, Answer.empty(500));
    receiver.answerNext(failures);

    // When
    Delivered delivered = simulator.vibes().receive(order(""));

    // Then
    assertThat(delivered.deliveries().getFirst().attempts()).hasSize(6);
    assertThat(delivered.acknowledged()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"WRONG, true", "NONE, false"})
  void loginCanBeWrongOrMissing(SignatureKind kind, boolean present) {
    // When
    simulator.vibes().receive(order("\"signature\": \"" + kind + "\","));

    // Then
    String header = receiver.requests().getFirst().header("Authorization");
    assertThat(header != null).isEqualTo(present);
    assertThat(header).isNotEqualTo("Basic bW8taG9vazpSZWVmLTc3");
  }

  private static VibesOrder order(String more) {
    return Json.read(
        "{%s \"accountId\": \"harbor\", \"from\": \"3125550143\", \"to\": \"73355\", \"text\": \"stop & go\"}"
            .formatted(more),
        VibesOrder.class);
  }

  private void put(String more) {
    simulator
        .vibes()
        .putAccount(
            "harbor",
            Json.read(
                """
                {%s "username": "ops@harborbooks.example", "password": "Tide-42", "sources": ["73355"],
                 "inbound": {"url": "https://chat.harborbooks.example/hooks/vibes/mo/6d1f0a9c", "deliverTo": "%s"},
                 "moUsername": "mo-hook", "moPassword": "Reef-77", "deliverTo": "%s"}
                """
                    .formatted(more, receiver.base(), receiver.base()),
                VibesSettings.class));
  }

  private Exchange.Result send(String xml) throws Exception {
    return call("POST", "/MessageApi/mt/messages", LOGIN, xml);
  }

  private Exchange.Result call(String method, String path, String login, @Nullable String body)
      throws Exception {
    return Exchange.call(
        method,
        simulator.baseUrl() + path,
        Map.of("Authorization", login, "Content-Type", "text/xml; charset=UTF-8"),
        body);
  }

  private List<String> types() {
    return receiver.requests().stream().map(request -> type(request.body())).toList();
  }

  private long receiptsOf(String submitter) {
    return receiver.requests().stream()
        .filter(request -> request.body().contains("\"" + submitter + "\""))
        .count();
  }

  private static String type(String xml) {
    return found("<type>([A-Za-z]+)</type>", xml)
        + (xml.contains("isError=\"true\"") ? " error" : "");
  }

  private static String attribute(String xml, String name) {
    return found("[ \"]" + name + "=\"([^\"]*)\"", xml);
  }

  private static String found(String regex, String text) {
    Matcher matcher = Pattern.compile(regex).matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
