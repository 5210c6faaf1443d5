package io.parley.channels.custom;

import static io.parley.channels.custom.Samples.CALLBACK;
import static io.parley.channels.custom.Samples.MESSAGE_ID;
import static io.parley.channels.custom.Samples.NOW;
import static io.parley.channels.custom.Samples.SENDER;
import static io.parley.channels.custom.Samples.SEND_SECRET;
import static io.parley.channels.custom.Samples.answer;
import static io.parley.channels.custom.Samples.body;
import static io.parley.channels.custom.Samples.context;
import static io.parley.channels.custom.Samples.findings;
import static io.parley.channels.custom.Samples.hmac;
import static io.parley.channels.custom.Samples.outgoing;
import static io.parley.channels.custom.Samples.pigeon;
import static io.parley.channels.custom.Samples.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CallContext;
import io.parley.channels.Endpoints;
import io.parley.channels.LookUpResult;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.Question;
import io.parley.channels.SendResult;
import io.parley.channels.wire.BasicCredentials;
import io.parley.channels.wire.FormBody;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import io.parley.events.Suggestion;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as calls to the API that the account describes. */
class HttpSendingTest {

  private static final MessageContent HI = MessageContent.ofText("Hi");
  private static final MessageContent PICTURES =
      new MessageContent(
          "", List.of(URI.create("https://f.example/1?a=b&c"), URI.create("https://f.example/2")));
  private static final String NASTY = "\"},\\ </t>&amp;]]> {{to}} é📦\r\n\u0007\uD800&to=9";

  @Test
  void nothingThatIsWrittenBecomesStructureInJson() {
    // When
    String body = body(request(pigeon(), MessageContent.ofText(NASTY)));
    // Then
    assertThat(Document.parse(body).path("body").textValue())
        .isEqualTo(NASTY.replace('\uD800', '\uFFFD'));
    assertThat(Document.parse(body).path("to").textValue()).isEqualTo("+12065550142");
  }

  @Test
  void nothingThatIsWrittenBecomesStructureInAForm() throws Exception {
    // Given
    OpenAccount account =
        pigeon(
            "sendFormat", "form",
            "sendBody",
                "to={{toDigits}}\nref = {{messageId}}\ntext=-{{text}}-\nmedia={{mediaUrls}}\nq={{answers?}}");
    // When
    ProviderRequest request = request(account, MessageContent.ofText(NASTY));
    // Then
    var form = FormBody.parse(request.body());
    assertThat(form.asMap().keySet()).containsExactly("to", "ref", "text");
    assertThat(form.first("text")).contains("-" + NASTY.replace('\uD800', '\uFFFD') + "-");
    assertThat(form.first("to")).contains("12065550142");
    assertThat(request.headers())
        .containsEntry("Content-Type", List.of("application/x-www-form-urlencoded"));
  }

  @Test
  void nothingThatIsWrittenBecomesStructureInXml() {
    // Given
    OpenAccount account = xml();
    // When
    ProviderRequest request = request(account, MessageContent.ofText(NASTY));
    // Then
    Payload read = XmlPayload.read(request.body()).orElseThrow();
    assertThat(read.values("/m/text").getFirst())
        .isEqualTo(NASTY.replace("\u0007", "").replace('\uD800', '\uFFFD'));
    assertThat(read.values("/m/@to")).containsExactly("+12065550142");
    assertThat(read.elements("/m/file")).isEmpty();
    assertThat(read.elements("/m/answers")).isEmpty();
    assertThat(body(request)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    assertThat(findings(account)).isEmpty();
  }

  @Test
  void attachmentsAreAnArrayOrRepeated() throws Exception {
    // Given
    OpenAccount form = pigeon("sendFormat", "form", "sendBody", "m={{mediaUrls}}");
    // When
    String json = body(request(pigeon(), PICTURES));
    String fields = body(request(form, PICTURES));
    Payload elements = XmlPayload.read(request(xml(), PICTURES).body()).orElseThrow();
    // Then
    assertThat(Document.parse(json).path("files"))
        .isEqualTo(Document.parse("[\"https://f.example/1?a=b&c\",\"https://f.example/2\"]"));
    assertThat(fields)
        .isEqualTo("m=https%3A%2F%2Ff.example%2F1%3Fa%3Db%26c&m=https%3A%2F%2Ff.example%2F2");
    assertThat(elements.values("/m/file"))
        .containsExactly("https://f.example/1?a=b&c", "https://f.example/2");
  }

  @Test
  void numbersOfATemplateStayAsTheyAre() {
    // Given
    OpenAccount account =
        pigeon(
            "sendBody",
            "{\"a\":1.10,\"b\":12345678901234567890,\"c\":null,\"d\":[true,\"{{answers?}}\"]}");
    // When / Then
    assertThat(body(request(account, HI)))
        .isEqualTo("{\"a\":1.10,\"b\":12345678901234567890,\"c\":null,\"d\":[true]}");
  }

  @Test
  void everythingInAUrlIsOneComponent() {
    // Given
    OpenAccount account =
        pigeon(
            "sendMethod", "GET",
            "sendFormat", "none",
            "sendBody", "(none)",
            "media", "no",
            "sendUrl",
                "https://b.example/s/{{toDigits}}?t={{text}}&i={{messageId}}&c={{callbackUrl}}");
    // When
    ProviderRequest request = request(account, MessageContent.ofText("a b&c=d/é+~*"));
    // Then
    assertThat(findings(account)).isEmpty();
    assertThat(request.uri().toString())
        .isEqualTo(
            "https://b.example/s/12065550142?t=a%20b%26c%3Dd%2F%C3%A9%2B~%2A&i="
                + MESSAGE_ID
                + "&c="
                + URLEncoder.encode(CALLBACK.toString(), UTF_8));
    assertThat(request.body()).isEmpty();
    assertThat(request.headers()).doesNotContainKey("Content-Type");
  }

  @Test
  void theOverrideTakesTheHostsPlace() {
    // Given
    CallContext context =
        new CallContext(pigeon(), new Endpoints(URI.create("http://localhost:1/sim")), NOW, null);
    // When
    ProviderRequest request = SENDER.request(outgoing(pigeon(), HI), context, CALLBACK);
    // Then
    assertThat(request.uri())
        .hasToString("http://localhost:1/sim/v1/lofts/%2B12065550100/messages");
  }

  @Test
  void theCustomerIsWrittenAsTheProviderWroteLast() {
    // Given
    OutgoingMessage plain = outgoing(pigeon(), HI);
    OutgoingMessage answered =
        new OutgoingMessage(
            plain.id(), plain.from(), plain.to(), "0612345678", HI, "in-7", plain.createdAt());
    // When
    String body = body(SENDER.request(answered, context(pigeon()), CALLBACK));
    // Then
    assertThat(Document.parse(body).path("to").textValue()).isEqualTo("0612345678");
  }

  @Test
  void aTokenInTheQueryIsPartOfTheCallback() {
    // Given
    OpenAccount account =
        pigeon("callAuthentication", "token", "callTokenIn", "query", "callAuthName", "k");
    // When
    String body = body(request(account, HI));
    // Then
    assertThat(Document.parse(body).path("report").textValue())
        .isEqualTo(CALLBACK + "&k=" + Samples.CALL_SECRET);
  }

  static Stream<Arguments> authentications() {
    return Stream.of(
        Arguments.of(
            List.of("sendAuthentication", "basic", "sendUser", "bird"),
            "Authorization",
            new BasicCredentials("bird", SEND_SECRET).header()),
        Arguments.of(
            List.of("sendAuthentication", "bearer"), "Authorization", "Bearer " + SEND_SECRET),
        Arguments.of(
            List.of("sendAuthName", "Authorization", "sendAuthPrefix", "App"),
            "Authorization",
            "App " + SEND_SECRET),
        Arguments.of(
            List.of(
                "sendAuthentication", "hmac",
                "sendAuthName", "X-Sig",
                "sendAuthPrefix", "v1=",
                "sendBody", "{\"a\":\"{{text}}\"}"),
            "X-Sig",
            "v1=" + HexFormat.of().formatHex(hmac("HmacSHA256", SEND_SECRET, "{\"a\":\"Hi\"}"))),
        Arguments.of(
            List.of(
                "sendAuthentication", "hmac",
                "sendAuthName", "X-Sig",
                "sendHmac", "SHA1",
                "sendHmacEncoding", "base64",
                "sendBody", "{\"a\":\"{{text}}\"}"),
            "X-Sig",
            Base64.getEncoder().encodeToString(hmac("HmacSHA1", SEND_SECRET, "{\"a\":\"Hi\"}"))),
        Arguments.of(
            List.of("sendAuthentication", "template", "sendHeaders", "X-K: k {{secret}} {{to}} ä"),
            "X-K",
            "k " + SEND_SECRET + " +12065550142 ä"));
  }

  @ParameterizedTest
  @MethodSource("authentications")
  void ourCallsAreAuthenticatedAsDeclared(List<String> settings, String header, String value) {
    // When
    ProviderRequest request = request(pigeon(settings.toArray(String[]::new)), HI);
    // Then
    assertThat(request.headers()).containsEntry(header, List.of(value));
    assertThat(request.toString()).doesNotContain(SEND_SECRET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          202 | {"id":"pp-1"}                              | Accepted pp-1
          202 | {"id":77}                                  | Accepted 77
          202 | {}                                         | Unknown OUTCOME_UNKNOWN
          202 | <html>                                     | Unknown OUTCOME_UNKNOWN
          409 | {"id":"pp-1"}                              | Accepted pp-1
          409 | {}                                         | Accepted 00000000-0000-4000-8000-000000000003
          200 | {"id":"pp-1"}                              | Unknown OUTCOME_UNKNOWN
          302 | {}                                         | Unknown OUTCOME_UNKNOWN
          400 | {}                                         | Refused OTHER
          401 | {}                                         | Refused CREDENTIALS
          403 | {}                                         | Refused CREDENTIALS
          404 | {}                                         | Refused CONFIGURATION
          408 | {}                                         | Unknown OUTCOME_UNKNOWN
          422 | {"error":{"code":"unwanted"}}              | Refused OPTED_OUT
          422 | {"error":{"code":"NO-ROOF","text":"rain"}} | Refused RECIPIENT_INVALID
          422 | {"error":{"code":"no-bird"}}               | RetryLater PROVIDER_FAILURE
          422 | {"error":{"code":"new"}}                   | Refused OTHER
          429 | {}                                         | RetryLater THROTTLED
          503 |                                            | RetryLater PROVIDER_FAILURE
          500 | {"error":{"code":"unwanted"}}              | Unknown OUTCOME_UNKNOWN
          502 |                                            | Unknown OUTCOME_UNKNOWN
          """)
  void anAnswerMeansWhatTheAccountSays(int status, String answer, String expected) {
    // When
    SendResult result =
        SENDER.result(
            answer(status, answer == null ? "" : answer), outgoing(pigeon(), HI), pigeon());
    // Then
    assertThat(inWords(result)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | {"ok":"1","id":"a"}  | Accepted a
          200 | {"ok":0,"error":{"code":"unwanted"}} | Refused OPTED_OUT
          200 | {"id":"a"}           | Unknown OUTCOME_UNKNOWN
          200 |                      | Unknown OUTCOME_UNKNOWN
          """)
  void aFieldOfTheAnswerCanTellSuccess(int status, String answer, String expected) {
    // Given
    OpenAccount account =
        pigeon("successStatus", "200-299", "successField", "/ok", "successValues", "1, yes");
    // When
    SendResult result =
        SENDER.result(answer(status, answer == null ? "" : answer), outgoing(account, HI), account);
    // Then
    assertThat(inWords(result)).isEqualTo(expected);
  }

  @Test
  void anAnswerCanBeXmlAndHaveItsIdInAHeader() {
    // Given
    OpenAccount inXml =
        pigeon(
            "answerFormat",
            "xml",
            "providerId",
            "//message/@id",
            "errorCode",
            "(none)",
            "errorText",
            "(none)",
            "checkSuccessField",
            "//state");
    OpenAccount inHeader = pigeon("providerId", "header:X-Id");
    // When
    SendResult xml =
        SENDER.result(
            answer(202, "<a xmlns='urn:x'><b><message id='m-1'/></b></a>"),
            outgoing(inXml, HI),
            inXml);
    SendResult header =
        SENDER.result(
            new ProviderResponse(202, Map.of("x-id", List.of("h-1")), new byte[0]),
            outgoing(inHeader, HI),
            inHeader);
    // Then
    assertThat(findings(inXml)).isEmpty();
    assertThat(findings(inHeader)).isEmpty();
    assertThat(xml).isEqualTo(new SendResult.Accepted("m-1"));
    assertThat(header).isEqualTo(new SendResult.Accepted("h-1"));
  }

  @Test
  void aWaitThatTheProviderAsksForIsKept() {
    // When
    SendResult result =
        SENDER.result(
            new ProviderResponse(429, Map.of("Retry-After", List.of("7")), new byte[0]),
            outgoing(pigeon(), HI),
            pigeon());
    // Then
    assertThat(((SendResult.RetryLater) result).after()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aProviderThatRepeatsTheSecretIsNotQuoted() {
    // When
    SendResult result =
        SENDER.result(
            answer(422, "{\"error\":{\"code\":\"x\",\"text\":\"bad key " + SEND_SECRET + "\"}}"),
            outgoing(pigeon(), HI),
            pigeon());
    // Then
    assertThat(result.toString()).doesNotContain(SEND_SECRET);
  }

  @Test
  void anUnclearCallIsRepeatedUnchangedWhereThatIsSafe() {
    // Given
    OutgoingMessage message = outgoing(pigeon(), HI);
    // When
    Optional<Question> question =
        SENDER.lookUp(message, context(pigeon()), CALLBACK, NOW.minus(Duration.ofHours(47)));
    // Then
    assertThat(question).isPresent();
    assertThat(question.get().kind()).isEqualTo(Question.Kind.REPEAT);
    assertThat(question.get().request().body())
        .isEqualTo(SENDER.request(message, context(pigeon()), CALLBACK).body());
  }

  @Test
  void anUnclearCallIsLeftToAPersonWhereRepeatingIsNotSafeOrTooLate() {
    // Given
    OpenAccount once = pigeon("repeatable", "no", "takenStatus", "(none)");
    // When / Then
    assertThat(SENDER.lookUp(outgoing(once, HI), context(once), CALLBACK, NOW)).isEmpty();
    assertThat(
            SENDER.lookUp(
                outgoing(pigeon(), HI), context(pigeon()), CALLBACK, NOW.minus(Duration.ofDays(2))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          202 | {"id":"a"}                    | Found
          409 | {"id":"a"}                    | Found
          422 | {"error":{"code":"unwanted"}} | Refused
          401 | {}                            | Unanswered
          404 | {}                            | Unanswered
          429 | {}                            | Unanswered
          503 | {}                            | Unanswered
          500 | {}                            | Unanswered
          """)
  void aRepeatedCallNeverClaimsThatTheFirstWasNotTakenUnlessItSaysSo(
      int status, String answer, String expected) {
    // When
    LookUpResult result =
        SENDER.lookedUp(answer(status, answer), outgoing(pigeon(), HI), pigeon(), NOW, List.of());
    // Then
    assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {402, 409, 423, 425})
  void aConflictOrMissingCreditOfARepetitionIsNoWordAboutTheFirstCall(int status) {
    // Given
    OpenAccount account = pigeon("takenStatus", "(none)");
    // When
    LookUpResult result =
        SENDER.lookedUp(answer(status, "{}"), outgoing(account, HI), account, NOW, List.of());
    // Then
    assertThat(result).isInstanceOf(LookUpResult.Unanswered.class);
  }

  static Stream<Arguments> refusedBefore() {
    CustomerAddress phone = new CustomerAddress(Kind.PHONE_NUMBER, Samples.CUSTOMER);
    return Stream.of(
        Arguments.of(phone, MessageContent.ofText("x".repeat(1_001)), "longer than 1000"),
        Arguments.of(
            phone,
            MessageContent.ofTemplate(new MessageTemplate("T", Map.of())),
            "Templates cannot be sent"),
        Arguments.of(
            phone,
            new MessageContent(
                "x",
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(new Suggestion(Suggestion.Kind.REPLY, "Yes", "yes", null, null))),
            "Cards and suggestions"),
        Arguments.of(
            phone,
            new MessageContent("x", List.of(URI.create("http://f.example/1"))),
            "public address with https"),
        Arguments.of(
            phone,
            new MessageContent(
                "x", Stream.generate(() -> URI.create("https://f.example/1")).limit(11).toList()),
            "10 attachments at most"),
        Arguments.of(new CustomerAddress(Kind.NAME, "Bank"), HI, "Nobody can be written to"),
        Arguments.of(new CustomerAddress(Kind.SHORT_CODE, "7234"), HI, "Nobody can be written to"),
        Arguments.of(
            new CustomerAddress(Kind.BUSINESS_SCOPED_ID, "x"), HI, "Nobody can be written to"),
        Arguments.of(new CustomerAddress(Kind.PHONE_NUMBER, Samples.OURS), HI, "our own"));
  }

  @ParameterizedTest
  @MethodSource("refusedBefore")
  void whatCannotBeSentIsRefusedBeforeTheCall(
      CustomerAddress to, MessageContent content, String reason) {
    // Given
    OutgoingMessage plain = outgoing(pigeon(), HI);
    OutgoingMessage message =
        new OutgoingMessage(plain.id(), plain.from(), to, null, content, null, plain.createdAt());
    // When
    Optional<SendResult.Refused> refusal = SENDER.check(message, pigeon().settings());
    // Then
    assertThat(refusal.orElseThrow().reason().text()).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hi", "📦"})
  void whatFitsIsNotRefused(String text) {
    // Given
    MessageContent longest =
        MessageContent.ofText(text.repeat(1_000 / text.codePointCount(0, text.length())));
    // When / Then
    assertThat(SENDER.check(outgoing(pigeon(), longest), pigeon().settings())).isEmpty();
  }

  @Test
  void attachmentsAreRefusedWhereTheAccountSendsNone() {
    // Given
    OpenAccount account = pigeon("media", "no");
    // When / Then
    assertThat(
            SENDER
                .check(outgoing(account, PICTURES), account.settings())
                .orElseThrow()
                .reason()
                .text())
        .startsWith("Attachments cannot be sent");
  }

  @Test
  void brokenSettingsRefuseBeforeTheCall() {
    // Given
    OpenAccount account = pigeon("sendBody", "{");
    // When
    SendResult.Refused refused =
        SENDER.check(outgoing(account, HI), account.settings()).orElseThrow();
    // Then
    assertThat(refused.reason().cause()).isEqualTo(FailureCause.CONFIGURATION);
    assertThat(refused.reason().text()).contains("setting sendBody must be JSON");
  }

  @ParameterizedTest
  @CsvSource({
    "OPTED_OUT:21610, OPTED_OUT, 21610, true",
    "OPTED_OUT, OPTED_OUT, OPTED_OUT, true",
    "BLOCKED:a:b, BLOCKED, a:b, false",
    "21610, OTHER, 21610, false",
    "x:y, OTHER, x:y, false"
  })
  void aCodeInAReportBringsItsMeaning(
      String code, FailureCause cause, String shown, boolean optedOut) {
    // When
    var meaning = SENDER.meaningOf(code);
    // Then
    assertThat(meaning.reason().cause()).isEqualTo(cause);
    assertThat(meaning.reason().providerCode()).isEqualTo(shown);
    assertThat(meaning.optedOut()).isEqualTo(optedOut);
  }

  private static OpenAccount xml() {
    return pigeon(
        "sendFormat", "xml",
        "sendBody",
            """
            <m to="{{to}}" ref="{{messageId}}">
              <text>{{text}}</text>
              <file>{{mediaUrls}}</file>
              <answers>{{answers?}}</answers>
            </m>
            """);
  }

  private static String inWords(SendResult result) {
    return switch (result) {
      case SendResult.Accepted(String id) -> "Accepted " + id;
      case SendResult.Refused refused -> "Refused " + refused.reason().cause();
      case SendResult.RetryLater later -> "RetryLater " + later.reason().cause();
      case SendResult.Unknown unknown -> "Unknown " + unknown.reason().cause();
    };
  }
}
