package io.parley.channels.azure;

import static io.parley.channels.azure.Samples.EVENT_GRID;
import static io.parley.channels.azure.Samples.NOW;
import static io.parley.channels.azure.Samples.SECRET;
import static io.parley.channels.azure.Samples.account;
import static io.parley.channels.azure.Samples.context;
import static io.parley.channels.azure.Samples.entraAccount;
import static io.parley.channels.azure.Samples.outgoing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.CheckStep;
import io.parley.channels.LookUpResult;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderResponse;
import io.parley.channels.Reception;
import io.parley.channels.SendResult;
import io.parley.channels.TokenResult;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.MutatedJson;
import io.parley.events.EventData;
import io.parley.events.EventJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.jspecify.annotations.Nullable;

/** Whatever arrives is answered; nothing is let in without the secret; nothing throws. */
@Tag("fuzz")
class AzureFuzzTest {

  private static final String VALIDATION =
      "[{\"id\":\"1\",\"topic\":\"t\",\"eventType\":"
          + "\"Microsoft.EventGrid.SubscriptionValidationEvent\","
          + "\"data\":{\"validationCode\":\"5B1C2E0A-77\"}}]";
  private static final String BATCH =
      "[" + Samples.INBOUND.substring(1, Samples.INBOUND.length() - 1) + "," + Samples.REPORT + "]";

  private final AzureReceiver receiver = new AzureReceiver();
  private final AzureSender sender = new AzureSender();
  private final OpenAccount guarded = account(Map.of(), Map.of("webhookSecret", SECRET));

  @Property
  void nothingGetsInWithoutTheSecret(
      @ForAll("methods") String method,
      @ForAll("contentTypes") String contentType,
      @ForAll("queries") @Nullable String query,
      @ForAll("headers") Map<String, String> headers,
      @ForAll("bodies") byte[] body) {
    // Given
    WebhookRequest call = call(method, query, contentType, headers, body);

    // When
    Reception reception = receiver.receive(call, guarded, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Refusal.class);
  }

  @Property
  void anythingWithTheSecretIsAnswered(
      @ForAll("methods") String method,
      @ForAll("contentTypes") String contentType,
      @ForAll("headers") Map<String, String> headers,
      @ForAll("bodies") byte[] body)
      throws JsonProcessingException {
    // Given
    WebhookRequest call = call(method, "code=" + SECRET, contentType, headers, body);

    // When
    Reception reception = receiver.receive(call, guarded, NOW);

    // Then
    assertThat(reception).isNotInstanceOf(Reception.NotAuthentic.class);
    assertThatItCanBePublished(reception);
  }

  @Property
  @StatisticsReport(label = "events", onFailureOnly = true)
  void damagedEventsAreReadAsFarAsTheyGo(@ForAll("events") byte[] body)
      throws JsonProcessingException {
    // Given
    WebhookRequest call = call("POST", "code=" + SECRET, EVENT_GRID, Map.of(), body);

    // When
    Reception reception = receiver.receive(call, guarded, NOW);

    // Then
    assertThat(reception)
        .isInstanceOfAny(
            Reception.Understood.class, Reception.NotUnderstood.class, Reception.Malformed.class);
    boolean events = reception instanceof Reception.Understood read && !read.events().isEmpty();
    Statistics.label("events")
        .collect(events)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 30));
    assertThatItCanBePublished(reception);
  }

  @Property
  void readingAgainNeverThrows(@ForAll("bodies") byte[] body, @ForAll("queries") String query) {
    // Given
    WebhookRequest call = call("POST", query, "", Map.of(), body);

    // When
    Reception reception = receiver.read(call, account(), NOW);

    // Then
    assertThat(reception)
        .isInstanceOfAny(Reception.Understood.class, Reception.NotUnderstood.class);
  }

  @Property
  void answersToASendAreRead(@ForAll("statuses") int status, @ForAll("answers") byte[] body) {
    // Given
    ProviderResponse response = response(status, body);

    // When
    SendResult result = sender.result(response, outgoing("Hi"), account());
    LookUpResult lookedUp = sender.lookedUp(response, outgoing("Hi"), account(), NOW, List.of());

    // Then
    assertThat(result instanceof SendResult.Accepted)
        .isEqualTo(lookedUp instanceof LookUpResult.Found);
    assertThat(lookedUp).isNotInstanceOf(LookUpResult.Absent.class);
    if (status / 100 != 2) {
      assertThat(result).isNotInstanceOf(SendResult.Accepted.class);
    }
  }

  @Property
  void answersOfEntraAreRead(@ForAll("statuses") int status, @ForAll("answers") byte[] body) {
    // When
    TokenResult result = new EntraTokens().read(response(status, body));

    // Then
    if (status != 200) {
      assertThat(result).isNotInstanceOf(TokenResult.Issued.class);
    }
  }

  @Property
  void everyCheckComesToAnEnd(
      @ForAll boolean entra, @ForAll("statuses") int status, @ForAll("answers") byte[] body) {
    // Given
    OpenAccount account = entra ? entraAccount() : account();
    CheckStep step = new AzureAccountCheck(new EntraTokens()).begin(context(account));

    // When
    int questions = 0;
    while (step instanceof CheckStep.Ask ask) {
      questions++;
      step = ask.next().apply(response(status, body));
    }

    // Then
    assertThat(questions).isBetween(1, 11);
  }

  @Property
  void connectionStringsAreReadOrRefused(@ForAll("connections") String entered) {
    // When
    @Nullable RuntimeException thrown = null;
    try {
      ConnectionString.parse(entered);
    } catch (IllegalArgumentException refusal) {
      thrown = refusal;
    }

    // Then
    assertThat(thrown == null || String.valueOf(thrown.getMessage()).startsWith("expected"))
        .isTrue();
  }

  private static void assertThatItCanBePublished(Reception reception)
      throws JsonProcessingException {
    if (reception instanceof Reception.Understood understood) {
      for (EventData event : understood.events()) {
        byte[] json = EventJson.mapper().writeValueAsBytes(event);
        assertThat(new String(json, UTF_8)).doesNotContain(SECRET);
        assertThat(texts(JsonBody.read(json))).noneMatch(text -> text.indexOf('\0') >= 0);
      }
    }
  }

  private static Stream<String> texts(JsonNode node) {
    return Stream.concat(
        Stream.ofNullable(node.textValue()),
        StreamSupport.stream(node.spliterator(), false).flatMap(AzureFuzzTest::texts));
  }

  @Provide
  Arbitrary<byte[]> events() {
    return MutatedJson.of(Samples.INBOUND, Samples.REPORT, BATCH);
  }

  @Provide
  Arbitrary<byte[]> bodies() {
    return Arbitraries.oneOf(
        Arbitraries.bytes().array(byte[].class).ofMaxSize(200),
        MutatedJson.of(Samples.INBOUND, Samples.REPORT, BATCH, VALIDATION));
  }

  @Provide
  Arbitrary<byte[]> answers() {
    return Arbitraries.oneOf(
        Arbitraries.bytes().array(byte[].class).ofMaxSize(200),
        MutatedJson.of(
            Samples.MIXED_ANSWER,
            "{\"value\":[{\"to\":\"+14255550177\",\"messageId\":\"m\",\"httpStatusCode\":202,"
                + "\"repeatabilityResult\":\"accepted\",\"successful\":true}]}",
            "{\"From\":[\"Invalid From phone number format\"]}",
            "{\"error\":{\"code\":\"c\",\"message\":\"m\",\"target\":\"t\"}}",
            "{\"type\":\"t\",\"title\":\"t\",\"status\":400,\"errors\":{\"message\":[\"m\"]}}",
            "{\"access_token\":\"t\",\"expires_in\":3600}",
            "{\"phoneNumbers\":[{\"phoneNumber\":\"+18335550142\","
                + "\"capabilities\":{\"sms\":\"inbound+outbound\"}}],\"nextLink\":\"n\"}"));
  }

  @Provide
  Arbitrary<Integer> statuses() {
    return Arbitraries.oneOf(
        Arbitraries.of(200, 202, 400, 401, 403, 404, 408, 429, 500, 503),
        Arbitraries.integers().between(100, 599));
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.just("POST")),
        Tuple.of(2, Arbitraries.just("OPTIONS")),
        Tuple.of(1, Arbitraries.of("GET", "PUT", "")));
  }

  @Provide
  Arbitrary<String> contentTypes() {
    return Arbitraries.oneOf(
        Arbitraries.of(EVENT_GRID, Samples.CLOUD_EVENT, "application/cloudevents-batch+json"),
        Arbitraries.strings().ascii().ofMaxLength(30));
  }

  @Provide
  Arbitrary<String> queries() {
    return Arbitraries.oneOf(
            Arbitraries.of("code=", "code=%", "code=" + Samples.OTHER_SECRET, "%C3%28"),
            Arbitraries.strings().ofMaxLength(30))
        .injectNull(0.2);
  }

  @Provide
  Arbitrary<Map<String, String>> headers() {
    return Arbitraries.maps(
            Arbitraries.of(
                "aeg-event-type",
                "aeg-subscription-name",
                "Authorization",
                "X-Webhook-Secret",
                "WebHook-Request-Origin"),
            Arbitraries.oneOf(
                Arbitraries.of(
                    "Notification",
                    "SubscriptionDeletion",
                    "Bearer ",
                    "Bearer x",
                    "eventgrid.azure.net"),
                Arbitraries.strings().ofMaxLength(20)))
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> connections() {
    return Arbitraries.of(
            "endpoint=", "accesskey=", "https://a.example", ";", "=", "YWJj", "[", "%", " ", "é")
        .list()
        .ofMaxSize(10)
        .map(parts -> String.join("", parts));
  }

  private static WebhookRequest call(
      String method,
      @Nullable String query,
      String contentType,
      Map<String, String> headers,
      byte[] body) {
    Map<String, List<String>> all = new TreeMap<>();
    all.put("Content-Type", List.of(contentType));
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return new WebhookRequest(method, Samples.URL, "", query, all, body);
  }

  private static ProviderResponse response(int status, byte[] body) {
    return new ProviderResponse(status, Map.of("retry-after", List.of("0")), body);
  }
}
