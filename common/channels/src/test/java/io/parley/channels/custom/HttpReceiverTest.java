package io.parley.channels.custom;

import static io.parley.channels.custom.Samples.CALLBACK;
import static io.parley.channels.custom.Samples.CALL_SECRET;
import static io.parley.channels.custom.Samples.MESSAGE_ID;
import static io.parley.channels.custom.Samples.NOW;
import static io.parley.channels.custom.Samples.RECEIVER;
import static io.parley.channels.custom.Samples.URL;
import static io.parley.channels.custom.Samples.account;
import static io.parley.channels.custom.Samples.fromPigeon;
import static io.parley.channels.custom.Samples.hmac;
import static io.parley.channels.custom.Samples.message;
import static io.parley.channels.custom.Samples.pigeon;
import static io.parley.channels.custom.Samples.post;
import static io.parley.channels.custom.Samples.receipt;
import static io.parley.channels.custom.Samples.receive;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.BasicCredentials;
import io.parley.events.Channel;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerAddress;
import io.parley.events.Media;
import io.parley.events.MessagePart;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The calls of a provider that the account describes. */
class HttpReceiverTest {

  private static final String HELLO =
      "{\"id\":\"1\",\"sender\":\"+12065550142\",\"body\":\"Hello\",\"to\":\"+12065550100\"}";

  static Stream<Arguments> authentic() {
    String body = HELLO;
    return Stream.of(
        Arguments.of(
            "SHA1 in hex",
            List.of("callHmac", "SHA1", "callHmacEncoding", "hex", "callAuthPrefix", "(none)"),
            null,
            Map.of(
                "x-pigeon-signature",
                HexFormat.of().formatHex(hmac("HmacSHA1", CALL_SECRET, body)))),
        Arguments.of(
            "SHA512 in capital hex",
            List.of("callHmac", "SHA512", "callHmacEncoding", "hex"),
            null,
            Map.of(
                "x-pigeon-signature",
                "SHA256="
                    + HexFormat.of()
                        .withUpperCase()
                        .formatHex(hmac("HmacSHA512", CALL_SECRET, body)))),
        Arguments.of(
            "Basic",
            List.of("callAuthentication", "basic", "callUser", "bird"),
            null,
            Map.of("authorization", new BasicCredentials("bird", CALL_SECRET).header())),
        Arguments.of(
            "bearer token",
            List.of(
                "callAuthentication", "token",
                "callAuthName", "Authorization",
                "callAuthPrefix", "Bearer"),
            null,
            Map.of("authorization", "Bearer " + CALL_SECRET)),
        Arguments.of(
            "token in the query",
            List.of("callAuthentication", "token", "callTokenIn", "query", "callAuthName", "k"),
            "a=b&k=" + CALL_SECRET,
            Map.of()),
        Arguments.of("URL alone", List.of("callAuthentication", "none"), null, Map.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("authentic")
  void anAuthenticCallIsRead(
      String name, List<String> settings, String query, Map<String, String> headers) {
    // Given
    OpenAccount account = single(settings);
    // When
    Reception reception = receive(account, post("", query, headers, HELLO));
    // Then
    assertThat(message(reception).text()).isEqualTo("Hello");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("authentic")
  void anotherAccountsSecretDoesNotVerify(
      String name, List<String> settings, String query, Map<String, String> headers) {
    // Given
    OpenAccount ours = single(settings);
    OpenAccount others =
        account(Channel.SMS, ours.settings(), Map.of("callSecret", "another", "sendSecret", "x"));
    // When
    Reception reception = receive(others, post("", query, headers, HELLO));
    // Then
    if (name.equals("URL alone")) {
      assertThat(reception).isInstanceOf(Reception.Understood.class);
    } else {
      assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
      assertThat(reception.toString()).doesNotContain(CALL_SECRET, "another");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("authentic")
  void withoutASecretNothingIsVerified(
      String name, List<String> settings, String query, Map<String, String> headers) {
    // Given
    OpenAccount account = account(Channel.SMS, single(settings).settings(), Map.of());
    // When
    Reception reception = receive(account, post("", query, headers, HELLO));
    // Then
    assertThat(reception instanceof Reception.Understood).isEqualTo(name.equals("URL alone"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("authentic")
  void theOtherSecretVerifiesWhileItIsBeingChanged(
      String name, List<String> settings, String query, Map<String, String> headers) {
    // Given
    OpenAccount account =
        account(
            Channel.SMS,
            single(settings).settings(),
            Map.of("callSecret", "new", "otherCallSecret", CALL_SECRET));
    // When / Then
    assertThat(receive(account, post("", query, headers, HELLO)))
        .isInstanceOf(Reception.Understood.class);
  }

  @Test
  void basicIsAskedForWithAChallenge() {
    // Given
    OpenAccount account = single(List.of("callAuthentication", "basic", "callUser", "bird"));
    // When
    Reception reception = receive(account, post("", null, Map.of(), HELLO));
    // Then
    assertThat(reception)
        .isInstanceOfSatisfying(
            Reception.NotAuthentic.class,
            refused -> assertThat(refused.challenge()).startsWith("Basic realm="));
  }

  @ParameterizedTest
  @CsvSource({"''", "sha256=", "sha256=AAAA", "sha256=%", "nonsense"})
  void anUnfitSignatureIsRefused(String signature) {
    // When
    Reception reception =
        receive(pigeon(), post("", null, Map.of("X-Pigeon-Signature", signature), HELLO));
    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void aQueryIsNotReadWhereTheSignatureCoversTheBody() {
    // Given
    OpenAccount account = pigeon("callFormat", "form", "messageList", "(none)");
    WebhookRequest call =
        new WebhookRequest("GET", URL, "", "sender=1&body=x", Map.of(), new byte[0]);
    // When / Then
    assertThat(receive(account, call)).isInstanceOf(Reception.Malformed.class);
  }

  @Test
  void aFormIsReadFromBodyOrQuery() {
    // Given
    OpenAccount account =
        account(
            Channel.SMS,
            Map.ofEntries(
                Map.entry("form", "http"),
                Map.entry("callFormat", "form"),
                Map.entry("callAuthentication", "none"),
                Map.entry("messageId", "id"),
                Map.entry("messageFrom", "msisdn"),
                Map.entry("messageTo", "to"),
                Map.entry("messageText", "text"),
                Map.entry("messageMedia", "media*")),
            Map.of());
    String fields =
        "id=7&msisdn=12065550142&to=12065550100&text=H%C3%A9+%F0%9F%93%A6%00"
            + "&media1=https%3A%2F%2Fx.example%2Fb&media0=https%3A%2F%2Fx.example%2Fa&network=31";
    WebhookRequest get = new WebhookRequest("GET", URL, "", fields, Map.of(), new byte[0]);
    // When
    Reception posted = receive(account, post("", null, Map.of(), fields));
    Reception queried = receive(account, get);
    // Then
    assertThat(message(posted)).isEqualTo(message(queried));
    assertThat(message(posted).text()).isEqualTo("Hé 📦");
    assertThat(message(posted).attributes()).isEqualTo(Map.of("network", "31"));
    assertThat(message(posted).media())
        .containsExactly(
            new Media(URI.create("https://x.example/a"), null),
            new Media(URI.create("https://x.example/b"), null));
  }

  @Test
  void aTokenInTheQueryIsNotKeptWithADeadLetter() {
    // Given
    OpenAccount byToken =
        account(
            Channel.SMS,
            Map.of(
                "form", "http",
                "callAuthentication", "token",
                "callTokenIn", "query",
                "callAuthName", "k"),
            Map.of("callSecret", CALL_SECRET));

    // Then
    assertThat(RECEIVER.keptQuery("message=1&%6B=" + CALL_SECRET + "&a=b", byToken))
        .isEqualTo("message=1&a=b");
    assertThat(RECEIVER.keptQuery(null, byToken)).isNull();
  }

  @Test
  void aTokenInTheQueryIsNoAttribute() {
    // Given
    OpenAccount account =
        account(
            Channel.SMS,
            Map.of(
                "form", "http",
                "callFormat", "form",
                "callAuthentication", "token",
                "callTokenIn", "query",
                "callAuthName", "k",
                "messageFrom", "from",
                "messageText", "text"),
            Map.of("callSecret", CALL_SECRET));
    String query = "from=12065550142&%6B=" + CALL_SECRET + "&text=Hi&more=1";
    WebhookRequest call = new WebhookRequest("GET", URL, "", query, Map.of(), new byte[0]);
    // When
    var message = message(receive(account, call));
    // Then
    assertThat(message.text()).isEqualTo("Hi");
    assertThat(message.attributes()).isEqualTo(Map.of("more", "1"));
  }

  private static OpenAccount xml(String... changes) {
    return account(
        Channel.SMS,
        Samples.changed(
            Map.ofEntries(
                Map.entry("form", "http"),
                Map.entry("callFormat", "xml"),
                Map.entry("callAuthentication", "none"),
                Map.entry("receiptsBy", "list"),
                Map.entry("messageList", "/calls/message"),
                Map.entry("messageId", "@id"),
                Map.entry("messageFrom", "from"),
                Map.entry("messageTo", "^/calls/@to"),
                Map.entry("messageText", "body"),
                Map.entry("messageMedia", "file[@kind='image']"),
                Map.entry("messageMediaUrl", "@href"),
                Map.entry("messageMediaType", "@type"),
                Map.entry("receiptList", "/calls/report"),
                Map.entry("receiptProviderId", "@id"),
                Map.entry("receiptStatus", "state/@code"),
                Map.entry("receiptStatusValues", "1 = DELIVERED\n* = UNDELIVERED"),
                Map.entry("receiptPart", "@part"),
                Map.entry("receiptParts", "@of")),
            changes),
        Map.of());
  }

  private static final String XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <c:calls xmlns:c="urn:calls" to="+12065550100" batch="9">
        <message id="a"><from>+12065550142</from><body>Hé &lt;📦&gt;</body>
          <file kind="image" href="https://x.example/1" type="image/png"/><file kind="x" href="y"/></message>
        <message id="b"><body>nobody</body></message>
        <report id="m1" part="2" of="3"><state code="1"/></report>
        <report id="m2"><state code="77"/></report>
      </c:calls>
      """;

  @Test
  void oneXmlCallCanHoldMessagesAndReports() {
    // When
    Reception.Understood read =
        (Reception.Understood) receive(xml(), post("", null, Map.of(), XML));
    // Then
    assertThat(read.messages()).hasSize(1);
    assertThat(read.messages().getFirst())
        .satisfies(message -> assertThat(message.text()).isEqualTo("Hé <📦>"))
        .satisfies(message -> assertThat(message.providerMessageId()).isEqualTo("a"))
        .satisfies(
            message ->
                assertThat(message.media())
                    .containsExactly(new Media(URI.create("https://x.example/1"), "image/png")))
        .satisfies(
            message -> assertThat(message.attributes()).containsEntry("^/calls/@batch", "9"));
    assertThat(read.receipts())
        .extracting(ReceiptReceived::status)
        .containsExactly(ReceiptStatus.DELIVERED, ReceiptStatus.UNDELIVERED);
    assertThat(read.receipts().getFirst().part()).isEqualTo(new MessagePart(2, 3));
  }

  @Test
  void anElementThatIsKeptIsReadAgainAfterAFix() {
    // Given
    Reception.Understood read =
        (Reception.Understood) receive(xml(), post("", null, Map.of(), XML));
    Reception.Unread unread = read.unread().getFirst();
    OpenAccount corrected = xml("messageFrom", "@id");
    // When
    Reception again =
        RECEIVER.read(post("", null, Map.of(), new String(unread.body(), UTF_8)), corrected, NOW);
    // Then
    assertThat(unread.reason()).isEqualTo("a message without a sender at from");
    assertThat(((Reception.Understood) again).messages()).hasSize(1);
    assertThat(message(again).text()).isEqualTo("nobody");
    assertThat(((Reception.Understood) again).receipts()).hasSize(2);
  }

  @Test
  @Timeout(10)
  void theLargestBatchIsReadInTime() {
    // Given
    String message =
        "<message id='1'><from>+12065550142</from><body>x</body><a/><b/><c/><d>y</d></message>";
    String body = "<calls to='+12065550100'>" + message.repeat(500) + "</calls>";
    // When
    Reception reception = receive(xml(), post("", null, Map.of(), body));
    // Then
    assertThat(((Reception.Understood) reception).messages()).hasSize(500);
  }

  @Test
  void aDocumentTypeIsNotRead() {
    // Given
    String evil =
        "<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><calls><message>&x;</message></calls>";
    // When / Then
    assertThat(receive(xml(), post("", null, Map.of(), evil)))
        .isEqualTo(
            new Reception.NotUnderstood("the call is not xml", new WebhookAnswer(200, null, "")));
  }

  @Test
  void oneBadElementDoesNotSpoilABatchAndIsReadAgainAlone() {
    // Given
    String batch =
        "{\"loft\":\"+12065550100\",\"items\":[{\"id\":\"1\",\"sender\":\"+12065550142\",\"body\":\"a\"},"
            + "{\"id\":\"2\",\"body\":\"b\"},7]}";
    // When
    Reception.Understood read =
        (Reception.Understood) receive(pigeon(), fromPigeon("", null, batch));
    // Then
    assertThat(read.messages()).hasSize(1);
    assertThat(read.unread()).hasSize(2);
    assertThat(new String(read.unread().getFirst().body(), UTF_8))
        .isEqualTo("{\"loft\":\"+12065550100\",\"items\":[{\"id\":\"2\",\"body\":\"b\"}]}");
  }

  @Test
  void aCallWithTooManyElementsIsKept() {
    // Given
    String batch = "{\"items\":[" + "{},".repeat(500) + "{}]}";
    // When / Then
    assertThat(receive(pigeon(), fromPigeon("", null, batch)))
        .isInstanceOfSatisfying(
            Reception.NotUnderstood.class,
            kept -> assertThat(kept.reason()).contains("more than 500"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense                                   | not json
          "text"                                     | not json
          {"other":[]}                               | no list at /items
          {"items":[{"sender":"1","body":"x"}]}      | no address (not printable)
          {"loft":"+1999","items":[{"sender":"1"}]}  | no address +1999
          """)
  void anAuthenticCallThatMakesNoSenseIsKept(String body, String reason) {
    // When / Then
    assertThat(receive(pigeon(), fromPigeon("", null, body)))
        .isInstanceOfSatisfying(
            Reception.NotUnderstood.class,
            kept -> {
              assertThat(kept.reason()).contains(reason);
              assertThat(kept.answer().status()).isEqualTo(200);
            });
  }

  @Test
  void anEmptyBatchMeansNothing() {
    // When / Then
    assertThat(receive(pigeon(), fromPigeon("", null, "{\"items\":[]}")))
        .isInstanceOfSatisfying(
            Reception.Understood.class, read -> assertThat(read.events()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "flying, SENT",
    "landed, DELIVERED",
    "LANDED, DELIVERED",
    "lost, UNDELIVERED",
    "resting,",
    "burnt, (unknown)"
  })
  void statusesMeanWhatTheAccountSays(String word, String status) {
    // Given
    String body = "{\"id\":\"pp-9\",\"state\":\"" + word + "\"}";
    // When
    Reception reception = receive(pigeon(), fromPigeon("/status", CALLBACK.getRawQuery(), body));
    // Then
    if (status == null) {
      assertThat(((Reception.Understood) reception).events()).isEmpty();
    } else if (status.equals("(unknown)")) {
      assertThat(reception)
          .isInstanceOfSatisfying(
              Reception.NotUnderstood.class,
              kept -> assertThat(kept.reason()).contains("burnt", "receiptStatusValues"));
    } else {
      assertThat(receipt(reception).status()).isEqualTo(ReceiptStatus.valueOf(status));
      assertThat(receipt(reception).messageId()).isEqualTo(MESSAGE_ID);
      assertThat(receipt(reception).providerStatus()).isEqualTo(word);
    }
  }

  @Test
  void aReportThatNamesNoMessageIsKept() {
    // When / Then
    assertThat(receive(pigeon(), fromPigeon("/status", null, "{\"state\":\"landed\"}")))
        .isInstanceOfSatisfying(
            Reception.NotUnderstood.class,
            kept -> assertThat(kept.reason()).isEqualTo("a report that names no message"));
  }

  @Test
  void aFieldTellsReportsFromMessagesAndFromWhatIsNeither() {
    // Given
    OpenAccount account =
        pigeon(
            "receiptsBy", "field",
            "receiptMark", "/kind",
            "receiptMarkValues", "report, status",
            "messageMark", "/kind",
            "messageMarkValues", "message");
    String body =
        "{\"loft\":\"+12065550100\",\"items\":[{\"kind\":\"message\",\"sender\":\"+12065550142\",\"body\":\"a\"},"
            + "{\"kind\":\"status\",\"id\":\"x\",\"state\":\"landed\"},{\"kind\":\"typing\"}]}";
    // When
    Reception.Understood read = (Reception.Understood) receive(account, fromPigeon("", null, body));
    // Then
    assertThat(read.messages()).hasSize(1);
    assertThat(read.receipts()).hasSize(1);
    assertThat(read.unread()).isEmpty();
  }

  @Test
  void theSameWordWrittenTwiceWithoutIdsIsTwoMessages() {
    // Given
    OpenAccount account = single(List.of("callAuthentication", "none", "messageId", "(none)"));
    WebhookRequest call = post("", null, Map.of(), HELLO);
    // When
    String first = message(RECEIVER.receive(call, account, NOW)).providerMessageId();
    String again = message(RECEIVER.receive(call, account, NOW)).providerMessageId();
    String later = message(RECEIVER.receive(call, account, NOW.plusMillis(1))).providerMessageId();
    // Then
    assertThat(again).isEqualTo(first);
    assertThat(later).isNotEqualTo(first);
  }

  @Test
  void nationalNumbersAreReadInTheirCountryAndAnsweredAsReceived() {
    // Given
    OpenAccount account =
        single(List.of("callAuthentication", "none", "region", "NL", "messageTo", "(none)"));
    // When
    var message =
        message(
            receive(
                account, post("", null, Map.of(), HELLO.replace("+12065550142", "0612345678"))));
    // Then
    assertThat(message.from())
        .isEqualTo(new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, "+31612345678"));
    assertThat(message.replyTo()).isEqualTo("0612345678");
  }

  @ParameterizedTest
  @CsvSource({"stop, STOP", "Start, START", "HELP, HELP", "stop it,"})
  void usualWordsCountWhereTheProviderSaysNothing(String text, ConsentSignal expected) {
    // Given
    OpenAccount account = single(List.of("callAuthentication", "none"));
    // When
    var message = message(receive(account, post("", null, Map.of(), HELLO.replace("Hello", text))));
    // Then
    assertThat(message.consent()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "iso, 2026-11-20T10:00:00+0100, true",
    "iso, yesterday, false",
    "seconds, 1795165200, true",
    "milliseconds, 1795165200000, true",
    "seconds, 99999999999999, false"
  })
  void timesAreReadAsDeclared(String format, String written, boolean readable) {
    // Given
    OpenAccount account =
        single(
            List.of(
                "callAuthentication", "none", "messageTime", "/at", "messageTimeFormat", format));
    String body = HELLO.replace("{", "{\"at\":\"" + written + "\",");
    // When
    var message = message(receive(account, post("", null, Map.of(), body)));
    // Then
    assertThat(message.sentAt()).isEqualTo(readable ? NOW : null);
    assertThat(message.attributes().containsKey("/at")).isEqualTo(!readable);
  }

  @Test
  void settingsThatNoLongerFitLoseNothing() {
    // Given
    OpenAccount account = pigeon("messageFrom", "no pointer");
    // When / Then
    assertThat(receive(account, fromPigeon("", null, Document.example("http-inbound"))))
        .isInstanceOfSatisfying(
            Reception.NotUnderstood.class,
            kept -> assertThat(kept.reason()).startsWith("setting messageFrom must be"));
  }

  @Test
  void attributesAreBounded() {
    // Given
    OpenAccount account = single(List.of("callAuthentication", "none"));
    StringBuilder more = new StringBuilder("{");
    for (int i = 0; i < 200; i++) {
      more.append("\"f").append(i).append("\":\"").append("x".repeat(5_000)).append("\",");
    }
    // When
    var message =
        message(receive(account, post("", null, Map.of(), HELLO.replace("{", more.toString()))));
    // Then
    assertThat(message.attributes()).hasSizeLessThanOrEqualTo(64);
    assertThat(message.attributes().values().stream().mapToInt(String::length).sum())
        .isLessThanOrEqualTo(16_000);
  }

  @Test
  void theSignatureOverTheBodyIsInTheDeclaredEncodingOnly() {
    // Given
    String hex = "sha256=" + HexFormat.of().formatHex(hmac("HmacSHA256", CALL_SECRET, HELLO));
    String base64 =
        "sha256=" + Base64.getEncoder().encodeToString(hmac("HmacSHA256", CALL_SECRET, HELLO));
    // When / Then
    assertThat(
            RECEIVER.authenticate(
                post("", null, Map.of("X-Pigeon-Signature", hex), HELLO), pigeon(), NOW))
        .isPresent();
    assertThat(
            RECEIVER.authenticate(
                post("", null, Map.of("X-Pigeon-Signature", base64), HELLO), pigeon(), NOW))
        .isEmpty();
  }

  /** Pigeon Post without batches. */
  private static OpenAccount single(List<String> changes) {
    List<String> all =
        Stream.concat(Stream.of("messageList", "(none)", "messageTo", "/to"), changes.stream())
            .toList();
    return pigeon(all.toArray(String[]::new));
  }
}
