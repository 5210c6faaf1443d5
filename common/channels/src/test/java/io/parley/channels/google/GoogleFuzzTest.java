package io.parley.channels.google;

import static io.parley.channels.google.Samples.GBM_TOKEN;
import static io.parley.channels.google.Samples.NOW;
import static io.parley.channels.google.Samples.RCS_DATA;
import static io.parley.channels.google.Samples.RCS_TOKEN;
import static io.parley.channels.google.Samples.account;
import static io.parley.channels.google.Samples.call;
import static io.parley.channels.google.Samples.context;
import static io.parley.channels.google.Samples.envelope;
import static io.parley.channels.google.Samples.keyFile;
import static io.parley.channels.google.Samples.outgoing;
import static io.parley.channels.google.Samples.signed;
import static io.parley.channels.google.Samples.wrapped;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parley.channels.CheckStep;
import io.parley.channels.LookUpResult;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderResponse;
import io.parley.channels.Reception;
import io.parley.channels.SendResult;
import io.parley.channels.TokenResult;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.MutatedJson;
import io.parley.events.Channel;
import io.parley.events.EventData;
import io.parley.events.EventJson;
import io.parley.events.MessageContent;
import io.parley.events.RichCard;
import io.parley.events.Suggestion;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Whatever comes from outside, nothing throws, and nothing unsigned gets in. */
@Tag("fuzz")
class GoogleFuzzTest {

  private static final URI CALLBACK = URI.create("https://parley.example/status");
  private static final String AGENT =
      "\"agent\":\"brands/1b9d6bcd-harbor/agents/5f0c2a77-books\",\"conversationId\":\"c-1\",";
  private static final String PHONE =
      "\"senderPhoneNumber\":\"+15550104477\",\"agentId\":\"harbor-books\",";

  private static final List<String> GBM_EVENTS =
      List.of(
          Samples.GBM_BODY,
          Samples.RECEIPTS_BODY,
          Samples.LIVE_AGENT_BODY,
          "{" + AGENT + "\"userStatus\":{\"isTyping\":\"true\"}}",
          "{"
              + AGENT
              + "\"suggestionResponse\":{\"message\":\"c/1/m/2\",\"postbackData\":\"p\",\"text\":\"t\",\"type\":\"REPLY\"}}",
          "{" + AGENT + "\"surveyResponse\":{\"survey\":\"s\",\"rating\":\"SATISFIED\"}}",
          "{" + AGENT + "\"authenticationResponse\":{\"code\":\"c\"}}",
          "{\"clientToken\":\"" + GBM_TOKEN + "\",\"secret\":\"1\"}");

  private static final List<String> RCS_EVENTS =
      List.of(
          new String(Base64.getDecoder().decode(RCS_DATA), UTF_8),
          "{"
              + PHONE
              + "\"messageId\":\"m\",\"userFile\":{\"payload\":{\"mimeType\":\"image/png\",\"fileSizeBytes\":1,\"fileUri\":\"https://f.example/1\",\"fileName\":\"a\"},\"thumbnail\":{\"fileUri\":\"https://f.example/2\"}}}",
          "{" + PHONE + "\"messageId\":\"m\",\"location\":{\"latitude\":52.1,\"longitude\":4.9}}",
          "{"
              + PHONE
              + "\"messageId\":\"m\",\"suggestionResponse\":{\"postbackData\":\"p\",\"text\":\"t\",\"type\":\"REPLY\"}}",
          "{" + PHONE + "\"eventType\":\"DELIVERED\",\"eventId\":\"e\",\"messageId\":\"m\"}",
          "{" + PHONE + "\"eventType\":\"IS_TYPING\",\"eventId\":\"e\"}",
          "{" + PHONE + "\"eventType\":\"UNSUBSCRIBE\",\"eventId\":\"e\"}",
          "{\"phoneNumber\":\"+15550104477\",\"messageId\":\"m\",\"eventType\":\"TTL_EXPIRATION_REVOKED\",\"eventId\":\"e\",\"agentId\":\"harbor-books\"}");

  private static final List<String> ANSWERS =
      List.of(
          Samples.CHIPS_ANSWER,
          Samples.ERROR_403,
          "{\"error\":{\"status\":\"ALREADY_EXISTS\",\"details\":[{\"reason\":\"SERVICE_DISABLED\"}]}}",
          "{\"access_token\":\"ya29.a\",\"expires_in\":3599,\"token_type\":\"Bearer\"}",
          "{\"error\":\"invalid_grant\",\"error_description\":\"x\"}",
          "{\"features\":[\"RICHCARD_STANDALONE\"]}");

  private final GoogleReceiver receiver = new GoogleReceiver();
  private final GoogleSender sender = new GoogleSender();

  @Property
  void unsignedBytesAreRefused(
      @ForAll("channels") Channel channel,
      @ForAll("methods") String method,
      @ForAll("contentTypes") String contentType,
      @ForAll("bodies") byte[] body,
      @ForAll("signatures") String signature) {
    // Given
    WebhookRequest call = call(method, contentType, body, signature);
    OpenAccount other =
        account(channel, Map.of(), Map.of("clientToken", "a token that signs nothing"));

    // When
    Reception reception = receiver.receive(call, other, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Refusal.class);
  }

  @Property
  @StatisticsReport(onFailureOnly = true)
  void signedEventsOfBusinessMessagesAreReadOrKept(@ForAll("businessMessages") byte[] body)
      throws JsonProcessingException {
    // Given
    OpenAccount account = account(Channel.GOOGLE_BUSINESS_MESSAGES);
    WebhookRequest call = signed(body);

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    boolean handshake = Handshake.read(JsonBody.read(body)).isPresent();
    if (!handshake) {
      checkRead(reception);
      assertThat(receiver.read(call, account, NOW)).usingRecursiveComparison().isEqualTo(reception);
      if (reception instanceof Reception.Understood understood) {
        for (Reception.Unread unread : understood.unread()) {
          assertThat(receiver.read(signed(unread.body()), account, NOW))
              .isInstanceOf(Reception.NotUnderstood.class);
        }
      }
    }
    Statistics.collect(reception instanceof Reception.Understood);
    Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
  }

  @Property
  @StatisticsReport(onFailureOnly = true)
  void signedEventsOfRcsAreReadOrKept(@ForAll("rcs") byte[] event) throws JsonProcessingException {
    // When
    Reception reception = receiver.receive(wrapped(event), account(Channel.RCS), NOW);

    // Then
    if (event.length > 0) {
      checkRead(reception);
    }
    Statistics.collect(reception instanceof Reception.Understood);
    Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
  }

  @Property
  void damagedEnvelopesOfRcsAreRefusedOrRead(@ForAll("envelopes") byte[] body) {
    // Given
    WebhookRequest call = call("POST", Samples.JSON, body, Samples.RCS_SIGNATURE);

    // When
    Reception reception = receiver.receive(call, account(Channel.RCS), NOW);
    Reception read = receiver.read(call, account(Channel.RCS), NOW);

    // Then
    assertThat(reception)
        .isInstanceOfAny(
            Reception.Understood.class, Reception.NotAuthentic.class, Reception.Malformed.class);
    assertThat(read).isInstanceOfAny(Reception.Understood.class, Reception.NotUnderstood.class);
  }

  @Property
  void everyAnswerToASendHasAMeaning(
      @ForAll("channels") Channel channel,
      @ForAll("statuses") int status,
      @ForAll("answers") byte[] body,
      @ForAll String retryAfter) {
    // Given
    OutgoingMessage message = outgoing(channel, MessageContent.ofText("x"));
    ProviderResponse answer =
        new ProviderResponse(status, Map.of("Retry-After", List.of(retryAfter)), body);

    // When
    SendResult result = sender.result(answer, message, account(channel));
    LookUpResult repeated = sender.lookedUp(answer, message, account(channel), NOW, List.of());

    // Then
    assertThat(repeated).isNotInstanceOf(LookUpResult.Absent.class);
    switch (result) {
      case SendResult.Accepted(String id) -> {
        assertThat(id).isNotBlank().hasSizeLessThanOrEqualTo(200);
        assertThat(repeated).isEqualTo(new LookUpResult.Found(id));
      }
      case SendResult.Refused refused -> assertThat(status).isBetween(400, 499);
      case SendResult.RetryLater later -> assertThat(status).isBetween(400, 499);
      case SendResult.Unknown unknown ->
          assertThat(repeated).isInstanceOf(LookUpResult.Unanswered.class);
    }
  }

  @Property
  void everyAnswerToATokenRequestAndToACheckHasAMeaning(
      @ForAll("channels") Channel channel,
      @ForAll("statuses") int status,
      @ForAll("answers") byte[] body) {
    // Given
    ProviderResponse answer = new ProviderResponse(status, Map.of(), body);
    OpenAccount account = account(channel, Map.of(), Map.of("clientToken", RCS_TOKEN));

    // When
    TokenResult result = new GoogleTokens().read(answer);
    CheckStep step = new GoogleAccountCheck().begin(context(account));
    for (int asked = 0; asked < 4 && step instanceof CheckStep.Ask ask; asked++) {
      step = ask.next().apply(answer);
    }

    // Then
    if (result instanceof TokenResult.Issued issued) {
      assertThat(issued.token()).matches("[\\x21-\\x7e]+");
      assertThat(issued.validFor()).isPositive().isLessThanOrEqualTo(Duration.ofDays(1));
    }
    assertThat(step).isInstanceOf(CheckStep.Done.class);
  }

  @Property
  void keyFileIsReadOrRefusedWithAReason(@ForAll("keyFiles") byte[] file) {
    // When
    String problem;
    try {
      problem = ServiceAccountKey.read(new String(file, UTF_8)).tokenUrl();
    } catch (IllegalArgumentException e) {
      problem = String.valueOf(e.getMessage());
    }

    // Then
    assertThat(problem)
        .matches(
            "(?i)https://(accounts\\.google|[a-z0-9.-]+\\.googleapis)\\.com(:443)?\\S*|is .*|has .*");
  }

  @Property
  void addressIsReadIntoAFormThatStaysOrIsRefused(
      @ForAll("channels") Channel channel, @ForAll("addresses") String entered) {
    // When
    Optional<String> canonical = entered(channel, entered);

    // Then
    canonical.ifPresent(
        address -> {
          assertThat(entered(channel, address)).contains(address);
          assertThat(address).matches("[A-Za-z0-9_.~/-]{1,250}");
        });
  }

  @Property
  void whatPassesTheRulesCanBeSent(
      @ForAll("channels") Channel channel,
      @ForAll @CharRange(from = '\0', to = '\uffff') @StringLength(max = 40) String text,
      @ForAll @StringLength(max = 30) String label,
      @ForAll @StringLength(max = 10) String postback,
      @ForAll("files") List<URI> files) {
    // Given
    List<Suggestion> suggestions =
        List.of(new Suggestion(Suggestion.Kind.REPLY, label, postback, null, null));
    List<MessageContent> contents =
        text.isBlank() && files.isEmpty()
            ? List.of()
            : List.of(
                new MessageContent(text, files),
                new MessageContent(text, files, null, List.of(), List.of(), suggestions),
                new MessageContent(
                    "",
                    List.of(),
                    null,
                    List.of(),
                    List.of(new RichCard(text, label, null, suggestions)),
                    List.of()));

    for (MessageContent content : contents) {
      OutgoingMessage message = outgoing(channel, content);

      // When
      Optional<SendResult.Refused> refusal = sender.check(message, Map.of());
      byte[] body = sender.request(message, context(account(channel)), CALLBACK).body();

      // Then
      assertThat(JsonBody.read(body).isObject()).isTrue();
      refusal.ifPresent(refused -> assertThat(refused.reason().text()).endsWith("."));
    }
  }

  private static Optional<String> entered(Channel channel, String entered) {
    try {
      return Optional.of(GoogleAddresses.entered(channel, SenderType.BUSINESS_AGENT, entered));
    } catch (IllegalArgumentException expected) {
      return Optional.empty();
    }
  }

  private static void checkRead(Reception reception) throws JsonProcessingException {
    assertThat(reception)
        .isInstanceOfAny(Reception.Understood.class, Reception.NotUnderstood.class);
    if (reception instanceof Reception.Understood understood) {
      assertThat(understood.answer().status()).isEqualTo(200);
      for (EventData event : understood.events()) {
        byte[] json = EventJson.mapper().writeValueAsBytes(event);
        assertThat(readAgain(json, event)).isEqualTo(event);
        assertThat(event.toString()).doesNotContain("\0", GBM_TOKEN, RCS_TOKEN);
        assertThat(json).hasSizeLessThan(600_000);
      }
    }
  }

  private static EventData readAgain(byte[] json, EventData event) {
    try {
      return EventJson.mapper().readValue(json, event.getClass());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Provide
  Arbitrary<Channel> channels() {
    return Arbitraries.of(Channel.GOOGLE_BUSINESS_MESSAGES, Channel.RCS);
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("POST", "POST", "POST", "GET", "PUT");
  }

  @Provide
  Arbitrary<String> contentTypes() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            Samples.JSON, "application/json", "text/plain", ";", "application/json;charset="),
        Arbitraries.strings().ascii().ofMaxLength(30));
  }

  @Provide
  Arbitrary<String> signatures() {
    return Arbitraries.oneOf(
        Arbitraries.of(Samples.GBM_SIGNATURE, Samples.RCS_SIGNATURE, "", "=", "AAAA"),
        Arbitraries.strings().ofMaxLength(100));
  }

  @Provide
  Arbitrary<byte[]> bodies() {
    return Arbitraries.oneOf(
        anyBytes(),
        MutatedJson.of(GBM_EVENTS.toArray(String[]::new)),
        MutatedJson.of(envelope(RCS_DATA)));
  }

  @Provide
  Arbitrary<byte[]> businessMessages() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, anyBytes()), Tuple.of(9, MutatedJson.of(GBM_EVENTS.toArray(String[]::new))));
  }

  @Provide
  Arbitrary<byte[]> rcs() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, anyBytes()), Tuple.of(9, MutatedJson.of(RCS_EVENTS.toArray(String[]::new))));
  }

  @Provide
  Arbitrary<byte[]> envelopes() {
    return MutatedJson.of(envelope(RCS_DATA));
  }

  @Provide
  Arbitrary<Integer> statuses() {
    return Arbitraries.oneOf(
        Arbitraries.of(200, 201, 400, 401, 403, 404, 408, 409, 429, 500, 503),
        Arbitraries.integers().between(100, 599));
  }

  @Provide
  Arbitrary<byte[]> answers() {
    return Arbitraries.oneOf(anyBytes(), MutatedJson.of(ANSWERS.toArray(String[]::new)));
  }

  @Provide
  Arbitrary<byte[]> keyFiles() {
    return Arbitraries.oneOf(anyBytes(), MutatedJson.of(keyFile().toString()));
  }

  @Provide
  Arbitrary<String> addresses() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.strings().withChars("ab/ @._-").ofMaxLength(20),
        Arbitraries.of(Samples.AGENT, "b/a", "harbor-books@rbm.goog", "brands//agents/"));
  }

  @Provide
  Arbitrary<List<URI>> files() {
    return Arbitraries.of(
            URI.create("https://files.example/a.jpg"),
            URI.create("https://files.example/a%20b.xlsx"),
            URI.create("https://files.example"),
            URI.create("http://files.example/a.png"),
            URI.create("mailto:a@example.org"))
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<byte[]> anyBytes() {
    return Arbitraries.oneOf(
        Arbitraries.bytes().array(byte[].class).ofMaxSize(60),
        Arbitraries.of("[", "{\"message\":", "{\"receipts\":{\"receipts\":[")
            .map(opening -> opening.repeat(5_000).getBytes(UTF_8)));
  }
}
