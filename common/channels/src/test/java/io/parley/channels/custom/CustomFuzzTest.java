package io.parley.channels.custom;

import static io.parley.channels.custom.Samples.CALLBACK;
import static io.parley.channels.custom.Samples.CALL_SECRET;
import static io.parley.channels.custom.Samples.NOW;
import static io.parley.channels.custom.Samples.RECEIVER;
import static io.parley.channels.custom.Samples.SENDER;
import static io.parley.channels.custom.Samples.SHARED_SECRET;
import static io.parley.channels.custom.Samples.URL;
import static io.parley.channels.custom.Samples.context;
import static io.parley.channels.custom.Samples.fromHarbour;
import static io.parley.channels.custom.Samples.fromPigeon;
import static io.parley.channels.custom.Samples.harbour;
import static io.parley.channels.custom.Samples.outgoing;
import static io.parley.channels.custom.Samples.pigeon;
import static io.parley.channels.custom.Samples.post;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.AccountForm.Field;
import io.parley.channels.AccountForm.Finding;
import io.parley.channels.CheckStep;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.Reception;
import io.parley.channels.WebhookRequest;
import io.parley.events.Channel;
import io.parley.events.EventData;
import io.parley.events.EventJson;
import io.parley.events.MessageContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.jspecify.annotations.Nullable;

/** Whatever arrives and whatever is declared, nothing throws, and nothing unauthentic gets in. */
@Tag("fuzz")
class CustomFuzzTest {

  /** NUL as JSON escapes it, and not a backslash that somebody wrote. */
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

  private static final Set<String> SECRETS =
      CustomForm.FORM.fields().stream()
          .filter(Field::secret)
          .map(Field::name)
          .collect(Collectors.toUnmodifiableSet());

  private static final OpenAccount PIGEON = pigeon();
  private static final OpenAccount HARBOUR = harbour();
  private static final OpenAccount XML =
      Samples.account(
          Channel.SMS,
          Map.ofEntries(
              Map.entry("form", "http"),
              Map.entry("callFormat", "xml"),
              Map.entry("callAuthentication", "none"),
              Map.entry("receiptsBy", "list"),
              Map.entry("messageList", "//message[not(@test)]"),
              Map.entry("messageId", "@id"),
              Map.entry("messageFrom", "from"),
              Map.entry("messageTo", "^/calls/@to"),
              Map.entry("messageText", "concat(head, ' ', body)"),
              Map.entry("messageMedia", "file"),
              Map.entry("messageMediaUrl", "@href"),
              Map.entry("messageTime", "@at"),
              Map.entry("receiptList", "/calls/report"),
              Map.entry("receiptProviderId", "@id"),
              Map.entry("receiptStatus", "state"),
              Map.entry("receiptStatusValues", "1 = DELIVERED\n* = UNDELIVERED"),
              Map.entry("receiptErrorCode", "count(state)"),
              Map.entry("receiptPart", "@part"),
              Map.entry("receiptParts", "@of")),
          Map.of());
  private static final String XML_CALL =
      "<calls to=\"+12065550100\"><message id=\"a\" at=\"2026-11-20T09:00:00Z\"><from>+12065550142"
          + "</from><head>A</head><body>B &lt;</body><file href=\"https://x.example/1\"/></message>"
          + "<message id=\"b\"><from>+12065550143</from></message>"
          + "<report id=\"m1\" part=\"1\" of=\"2\"><state>1</state></report></calls>";
  private static final OpenAccount FORM =
      Samples.account(
          Channel.SMS,
          Map.ofEntries(
              Map.entry("form", "http"),
              Map.entry("callFormat", "form"),
              Map.entry("callAuthentication", "none"),
              Map.entry("receiptsBy", "field"),
              Map.entry("receiptMark", "state"),
              Map.entry("messageId", "id"),
              Map.entry("messageFrom", "from"),
              Map.entry("messageTo", "to"),
              Map.entry("messageText", "text"),
              Map.entry("messageMedia", "media*"),
              Map.entry("receiptProviderId", "id"),
              Map.entry("receiptStatus", "state"),
              Map.entry("receiptStatusValues", "* = UNDELIVERED")),
          Map.of());
  private static final String FORM_CALL =
      "id=7&from=12065550142&to=12065550100&text=H%C3%A9+%F0%9F%93%A6&media0=https%3A%2F%2Fx.example";

  @Property
  void unsignedCallsAreRefused(
      @ForAll("methods") String method,
      @ForAll("headers") Map<String, String> headers,
      @ForAll("queries") @Nullable String query,
      @ForAll byte[] body) {
    // Given
    Map<String, List<String>> all = new HashMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    WebhookRequest call = new WebhookRequest(method, URL, "", query, all, body);
    // When / Then
    assertThat(RECEIVER.receive(call, PIGEON, NOW)).isInstanceOf(Reception.Refusal.class);
    assertThat(RECEIVER.receive(call, HARBOUR, NOW)).isInstanceOf(Reception.Refusal.class);
  }

  @Property
  void signedBytesAreRead(
      @ForAll("methods") String method,
      @ForAll("queries") @Nullable String query,
      @ForAll byte[] body) {
    // Given
    WebhookRequest call = new WebhookRequest(method, URL, "/status", query, Map.of(), body);
    // When / Then
    for (OpenAccount account : List.of(PIGEON, HARBOUR, XML, FORM)) {
      assertRead(RECEIVER.read(call, account, NOW), call, account);
    }
  }

  @Property
  @StatisticsReport(label = "calls", onFailureOnly = true)
  void changedCallsOfTheExampleAreRead(
      @ForAll boolean report, @ForAll("mutations") List<Mutation> mutations) {
    // Given
    String body =
        mutated(Document.json(report ? "http-receipt" : "http-inbound"), mutations).toString();
    WebhookRequest call = fromPigeon(report ? "/status" : "", report ? "message=x" : null, body);
    // When
    Reception reception = RECEIVER.receive(call, PIGEON, NOW);
    // Then
    assertRead(reception, call, PIGEON);
    Statistics.label("calls")
        .collect(reception instanceof Reception.Understood)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 30));
  }

  @Property
  void changedCallsByTheContractAreRead(
      @ForAll boolean report,
      @ForAll boolean batch,
      @ForAll("mutations") List<Mutation> mutations) {
    // Given
    String one =
        mutated(Document.json(report ? "delivery-report" : "inbound"), mutations).toString();
    WebhookRequest call =
        fromHarbour(batch ? "[" + one + "," + Document.example("inbound") + "]" : one);
    // When
    Reception reception = RECEIVER.receive(call, HARBOUR, NOW);
    // Then
    assertRead(reception, call, HARBOUR);
  }

  @Property
  void changedXmlIsRead(@ForAll("mutations") List<Mutation> mutations) {
    // Given
    WebhookRequest call = post("", null, Map.of(), mutated(XML_CALL, mutations));
    // When / Then
    assertRead(RECEIVER.receive(call, XML, NOW), call, XML);
  }

  @Property
  void changedFormsAreRead(@ForAll("mutations") List<Mutation> mutations) {
    // Given
    WebhookRequest call = post("", null, Map.of(), mutated(FORM_CALL, mutations));
    // When / Then
    assertRead(RECEIVER.receive(call, FORM, NOW), call, FORM);
  }

  @Property
  void anyAnswerHasAMeaning(
      @ForAll("statuses") int status,
      @ForAll("answers") byte[] body,
      @ForAll("answerFormats") String format) {
    // Given
    OpenAccount declared =
        format.equals("json")
            ? PIGEON
            : pigeon("answerFormat", format, "providerId", "id", "errorCode", "code");
    ProviderResponse answer =
        new ProviderResponse(status, Map.of("Retry-After", List.of("x")), body);
    // When / Then
    for (OpenAccount account : List.of(declared, HARBOUR)) {
      var message = outgoing(account, MessageContent.ofText("Hi"));
      assertThat(SENDER.result(answer, message, account)).isNotNull();
      assertThat(SENDER.lookedUp(answer, message, account, NOW, List.of())).isNotNull();
    }
    CheckStep next = new CustomCheck().begin(context(declared));
    for (int asked = 0; next instanceof CheckStep.Ask ask && asked < 7; asked++) {
      next = ask.next().apply(answer);
    }
    assertThat(next).isInstanceOf(CheckStep.Done.class);
  }

  @Property
  void anyTextIsSentWhole(@ForAll String text, @ForAll("bodyFormats") String format) {
    // Given
    Assume.that(!text.isBlank());
    OpenAccount account =
        switch (format) {
          case "xml" ->
              pigeon("sendFormat", "xml", "sendBody", "<m a='{{text}}'><t>{{text}}</t></m>");
          case "form" -> pigeon("sendFormat", "form", "sendBody", "t={{text}}");
          default -> pigeon();
        };
    // When
    ProviderRequest request = Samples.request(account, MessageContent.ofText(text));
    // Then
    Payload read = Format.named(format).read(request.body()).orElseThrow();
    String path = format.equals("json") ? "/body" : format.equals("xml") ? "/m/t" : "t";
    assertThat(read.values(path)).hasSize(1);
    assertThat(read.rest(List.of(path)).keySet())
        .isSubsetOf("/ref", "/to", "/report", "/m/@a", "/files");
    if (!format.equals("xml")) {
      assertThat(read.values(path).getFirst()).isEqualTo(whole(text));
    }
  }

  @Property
  void anyCodeInAReportHasAMeaning(@ForAll String code) {
    // When / Then
    assertThat(SENDER.meaningOf(code).reason().text()).isNotBlank();
  }

  @Property
  @StatisticsReport(label = "accounts", onFailureOnly = true)
  void whateverIsDeclaredIsJudgedAndNeverThrows(
      @ForAll("changes") Map<String, String> changes, @ForAll boolean contract) {
    // Given
    OpenAccount base = contract ? HARBOUR : PIGEON;
    Map<String, String> settings = new HashMap<>(base.settings());
    settings.putAll(changes);
    OpenAccount account = Samples.account(base.channel(), settings, base.secrets());
    WebhookRequest call =
        contract
            ? fromHarbour(Document.example("inbound"))
            : fromPigeon("", null, Document.example("http-inbound"));
    // When
    List<Finding> findings = Samples.findings(account);
    boolean accepted = findings.isEmpty();
    // Then
    assertThat(RECEIVER.authenticate(call, account, NOW)).isNotNull();
    assertThat(RECEIVER.read(call, account, NOW)).isNotNull();
    assertThat(new CustomProvider().callbacks(settings)).isNotEmpty();
    var message = outgoing(account, MessageContent.ofText("Hi \"<&"));
    boolean refused = SENDER.check(message, settings).isPresent();
    if (accepted) {
      assertThat(refused).isFalse();
    }
    // An account is never stored without a secret that it needs.
    boolean hasSecrets = findings.stream().noneMatch(finding -> SECRETS.contains(finding.field()));
    if (hasSecrets) {
      assertThat(new CustomCheck().begin(context(account))).isNotNull();
    }
    if (hasSecrets && !refused) {
      assertThat(SENDER.request(message, context(account), CALLBACK).uri().getHost()).isNotNull();
    }
    Statistics.label("accounts")
        .collect(accepted)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    return Mutation.some();
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("POST", "GET", "PUT", "DELETE");
  }

  @Provide
  Arbitrary<Map<String, String>> headers() {
    return Arbitraries.maps(
            Arbitraries.of("X-Pigeon-Signature", "Parley-Signature", "Authorization"),
            Arbitraries.oneOf(
                Arbitraries.of("sha256=", "t=1795165200,v1=" + "0".repeat(64), "Bearer x"),
                Arbitraries.strings().ofMaxLength(80)))
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<String> queries() {
    return Arbitraries.oneOf(
            Arbitraries.of("%", "a=%C3%28", CALLBACK.getRawQuery(), FORM_CALL, "message=x"),
            Arbitraries.strings().ofMaxLength(30))
        .injectNull(0.2);
  }

  @Provide
  Arbitrary<Integer> statuses() {
    return Arbitraries.oneOf(
        Arbitraries.of(200, 202, 401, 404, 408, 409, 422, 429, 503),
        Arbitraries.integers().between(100, 999));
  }

  @Provide
  Arbitrary<byte[]> answers() {
    Arbitrary<String> changed =
        Mutation.some()
            .map(
                mutations ->
                    mutated(
                            Document.parse(
                                "{\"id\":\"a\",\"state\":\"active\",\"Status\":\"Sent\",\"RequestId\":"
                                    + "\"00000000-0000-4000-8000-000000000003\",\"Details\":{},"
                                    + "\"ChannelDefinitionId\":\"harbour-chat\","
                                    + "\"error\":{\"code\":\"no-bird\",\"text\":\"x\"}}"),
                            mutations)
                        .toString());
    return Arbitraries.oneOf(
        changed.map(text -> text.getBytes(UTF_8)),
        Mutation.some()
            .map(
                mutations -> mutated("<a><id>7</id><code>3</code></a>", mutations).getBytes(UTF_8)),
        Arbitraries.strings().map(text -> text.getBytes(UTF_8)),
        Arbitraries.strings().map(text -> text.getBytes(ISO_8859_1)));
  }

  @Provide
  Arbitrary<String> answerFormats() {
    return Arbitraries.of("json", "xml", "form");
  }

  @Provide
  Arbitrary<String> bodyFormats() {
    return Arbitraries.of("json", "xml", "form");
  }

  @Provide
  Arbitrary<Map<String, String>> changes() {
    Arbitrary<String> names =
        Arbitraries.of(
            CustomForm.FORM.fields().stream()
                .filter(field -> !field.secret() && !field.name().equals("longestText"))
                .map(Field::name)
                .toList());
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.of(
                "yes",
                "no",
                "json",
                "xml",
                "form",
                "none",
                "GET",
                "hmac",
                "basic",
                "token",
                "template",
                "query",
                "url",
                "field",
                "list",
                "http",
                "contract",
                "/a",
                "^/a",
                "^",
                "//a[b]",
                "a = STOP",
                "* = IGNORE",
                "7 = OTHER later",
                "200-299",
                "999",
                "0",
                "2",
                "99999",
                "NL",
                "https://x.example/{{from}}",
                "https://x.example",
                "X-A: {{to}}",
                "{\"a\":\"{{to}} {{text?}} {{messageId}} {{mediaUrls}}\"}",
                "<a b='{{to}}'>{{text}}</a>",
                "a={{text}}\nb={{to}}",
                "{{",
                "{{x}}",
                "header:",
                "header:Id",
                "text/plain",
                "a:b",
                "hex",
                "base64",
                "MD5",
                "seconds"),
            Arbitraries.strings().ofMaxLength(30));
    return Arbitraries.maps(names, values).ofMaxSize(4);
  }

  private static JsonNode mutated(JsonNode root, List<Mutation> mutations) {
    JsonNode changed = root;
    for (Mutation mutation : mutations) {
      changed = mutation.applyTo(changed);
    }
    return changed;
  }

  private static String mutated(String text, List<Mutation> mutations) {
    String changed = text;
    for (Mutation mutation : mutations) {
      changed = mutation.applyTo(changed);
    }
    return changed;
  }

  private static String whole(String text) {
    return new String(text.replace("\0", "").getBytes(UTF_8), UTF_8).equals(text.replace("\0", ""))
        ? text.replace("\0", "")
        : text.replace("\0", "").replaceAll("[\\uD800-\\uDFFF]", "\uFFFD");
  }

  private static void assertRead(Reception reception, WebhookRequest call, OpenAccount account) {
    assertThat(reception)
        .isInstanceOfAny(Reception.Understood.class, Reception.NotUnderstood.class);
    if (reception instanceof Reception.Understood understood) {
      understood.events().forEach(CustomFuzzTest::assertStorable);
      for (Reception.Unread unread : understood.unread()) {
        WebhookRequest again =
            new WebhookRequest(
                call.method(),
                call.publicUrl(),
                call.subPath(),
                call.rawQuery(),
                Map.of(),
                unread.body());
        assertThat(RECEIVER.read(again, account, NOW))
            .isInstanceOfAny(Reception.NotUnderstood.class, Reception.Understood.class);
      }
    }
  }

  private static void assertStorable(EventData event) {
    try {
      String json = EventJson.mapper().writeValueAsString(event);
      assertThat(EventJson.mapper().readValue(json, event.getClass())).isEqualTo(event);
      assertThat(json).doesNotContain(CALL_SECRET, SHARED_SECRET).doesNotContainPattern(NUL);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
