package io.parley.ingress.webhook;

import static io.parley.ingress.IngressFixture.ACCOUNT;
import static io.parley.ingress.IngressFixture.ADDRESS;
import static io.parley.ingress.IngressFixture.BASE;
import static io.parley.ingress.IngressFixture.OTHER_TOKEN;
import static io.parley.ingress.IngressFixture.OUR_NUMBER;
import static io.parley.ingress.IngressFixture.PATH;
import static io.parley.ingress.IngressFixture.TOKEN;
import static io.parley.ingress.IngressFixture.TWILIO;
import static io.parley.ingress.IngressFixture.WEBHOOK;
import static io.parley.ingress.IngressFixture.message;
import static io.parley.ingress.IngressFixture.newSid;
import static io.parley.ingress.IngressFixture.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.channels.secrets.SecretCipher;
import io.parley.events.Channel;
import io.parley.events.Event;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import io.parley.events.Topic;
import io.parley.events.configuration.Account;
import io.parley.ingress.IngressFixture;
import io.parley.testing.ConfigurationTopic;
import io.parley.testing.ServersResource;
import io.parley.testing.TestKafka;
import io.parley.testing.twilio.SignedWebhook;
import io.parley.testing.twilio.TwilioWebhooks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class WebhookTest {

  private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
  private static final String SIGNATURE = "X-Twilio-Signature";

  /** The request of providers/twilio-sms.md §9.1. */
  private static final String INBOUND =
      "ToCountry=US&ToState=WA&SmsMessageSid=SM0a1b2c3d4e5f60718293a4b5c6d7e8f9&NumMedia=0&ToCity="
          + "&FromZip=98101&SmsSid=SM0a1b2c3d4e5f60718293a4b5c6d7e8f9&FromState=WA&SmsStatus=received"
          + "&FromCity=SEATTLE&Body=H%C3%A9llo%2C+where+is+order+%2342%3F+%F0%9F%93%A6+&FromCountry=US"
          + "&To=%2B12065550100&ToZip=&NumSegments=1&MessageSid=SM0a1b2c3d4e5f60718293a4b5c6d7e8f9"
          + "&AccountSid=AC00112233445566778899aabbccddeeff&From=%2B12065550142&ApiVersion=2010-04-01";

  private static final String INBOUND_SID = "SM0a1b2c3d4e5f60718293a4b5c6d7e8f9";

  @BeforeEach
  void account() {
    IngressFixture.configure();
  }

  @Test
  void exampleOfTheProviderIsPublishedAndAnsweredByteForByte() {
    // When
    HttpResponse<String> answer =
        post(
            PATH + "?tenant=acme",
            INBOUND,
            "Content-Type",
            FORM,
            SIGNATURE,
            "FVczjAyngOAKWK67VV7547FyTKw=");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Content-Type"))
        .containsExactly("text/xml; charset=utf-8");
    assertThat(answer.body())
        .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>");
    Event<?> event = onlyMessage(INBOUND_SID);
    assertThat(event.id()).isEqualTo(ACCOUNT + "/" + INBOUND_SID);
    assertThat(event.key()).isEqualTo(ADDRESS + "/+12065550142");
    assertThat(event.source()).isEqualTo("/parley/ingress");
    assertThat(((MessageReceived) event.data()).text()).isEqualTo("Héllo, where is order #42? 📦 ");
  }

  @ParameterizedTest
  @CsvSource({
    "/webhooks/twilio/ch_7?tenant=acme,ZJZ2fy2Qwqz7s385Uey7MXE+XbM=",
    "/webhooks/twilio/ch_7/?tenant=acme,FVczjAyngOAKWK67VV7547FyTKw=",
    "/webhooks/twilio/ch_7,FVczjAyngOAKWK67VV7547FyTKw=",
    "/webhooks/twilio/ch%5F7?tenant=acme,FVczjAyngOAKWK67VV7547FyTKw=",
    "/webhooks/twilio/ch_7?tenant=acm%65,FVczjAyngOAKWK67VV7547FyTKw="
  })
  void signatureOfAnotherUrlIsRefused(String path, String signature) {
    // When
    HttpResponse<String> answer = post(path, INBOUND, "Content-Type", FORM, SIGNATURE, signature);

    // Then
    assertThat(answer.statusCode()).isIn(403, 404);
  }

  @Test
  void urlSignedWithDefaultPortIsAccepted() {
    // When
    HttpResponse<String> answer =
        post(
            PATH + "?tenant=acme",
            INBOUND,
            "Content-Type",
            FORM,
            SIGNATURE,
            "iIMFtriwEjpQcQwEoj/1LZB5gDs=");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void exampleOfAStatusCallbackBecomesAReceipt() {
    // Given
    String body =
        "SmsSid=SM99887766554433221100ffeeddccbbaa&SmsStatus=undelivered&MessageStatus=undelivered"
            + "&To=%2B12065550142&MessageSid=SM99887766554433221100ffeeddccbbaa"
            + "&AccountSid=AC00112233445566778899aabbccddeeff&From=%2B12065550100"
            + "&ApiVersion=2010-04-01&ErrorCode=30005";

    // When
    HttpResponse<String> answer =
        post(
            PATH + "/status",
            body,
            "Content-Type",
            FORM,
            SIGNATURE,
            "MNyym3W+eD+twPOMEyCfOQNt9+4=");

    // Then
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    Event<?> event =
        TestKafka.events(Topic.MESSAGES_RECEIPTS).stream()
            .filter(e -> e.key().endsWith("SM99887766554433221100ffeeddccbbaa"))
            .findFirst()
            .orElseThrow();
    assertThat(event.id())
        .isEqualTo(ACCOUNT + "/SM99887766554433221100ffeeddccbbaa/undelivered/30005");
    assertThat(((ReceiptReceived) event.data()).status()).isEqualTo(ReceiptStatus.UNDELIVERED);
  }

  @Test
  void statusCallbackWithOurMessageIdCarriesIt() {
    // Given
    UUID messageId = UUID.randomUUID();
    String sid = newSid();

    // When
    HttpResponse<String> answer =
        post(
            TWILIO.status(
                WEBHOOK + "/status?message=" + messageId,
                OUR_NUMBER,
                "+12065550142",
                sid,
                "delivered",
                null));

    // Then
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(TestKafka.data(Topic.MESSAGES_RECEIPTS, ReceiptReceived.class))
        .filteredOn(receipt -> receipt.providerMessageId().equals(sid))
        .extracting(ReceiptReceived::messageId)
        .containsExactly(messageId);
  }

  @Test
  void parametersMayComeInTheQueryOfAGet() {
    // When
    HttpResponse<String> answer =
        IngressFixture.get(
            PATH
                + "?Body=Hi&From=%2B12065550142&MessageSid=SM0a1b2c3d4e5f60718293a4b5c6d7e8f9&To=%2B12065550100",
            SIGNATURE,
            "hq3XZGY+rrpr1mJm/qdHCKW2k7U=");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void signedJsonIsKeptAsDeadLetterWithTheRawBody() {
    // Given
    String body = "{\"event\":\"ping\",\"n\":1}";
    String query =
        "?tenant=acme&bodySHA256=9239c422a41b555493841e492401a13c6081045f49bd7223f575c7e1f7d86f7f";

    // When
    HttpResponse<String> answer =
        post(
            PATH + query,
            body,
            "Content-Type",
            "application/json",
            SIGNATURE,
            "fSg4e5f5Ki20vuiqX4MrJS6BN1s=");

    // Then
    assertThat(answer.statusCode()).isBetween(200, 204);
    assertThat(TestKafka.records(Topic.MESSAGES_RECEIVED.deadLetterName()))
        .anySatisfy(
            record -> {
              assertThat(new String(record.value(), UTF_8)).isEqualTo(body);
              assertThat(record.key()).isEqualTo(ACCOUNT.toString());
              assertThat(header(record, "parley-dead-letter-query")).isEqualTo(query.substring(1));
              assertThat(header(record, "parley-dead-letter-reason")).contains("JSON");
            });
  }

  @Test
  void signedJsonWithAnotherBodyIsRefused() {
    // When
    HttpResponse<String> answer =
        post(
            PATH
                + "?tenant=acme&bodySHA256=9239c422a41b555493841e492401a13c6081045f49bd7223f575c7e1f7d86f7f",
            "{\"event\":\"ping\",\"n\":2}",
            "Content-Type",
            "application/json",
            SIGNATURE,
            "fSg4e5f5Ki20vuiqX4MrJS6BN1s=");

    // Then
    assertProblem(answer, 403, "forbidden");
  }

  @Test
  void messageToANumberWeDoNotHaveIsKeptAndAcknowledged() {
    // Given
    String sid = newSid();

    // When
    HttpResponse<String> answer =
        post(TWILIO.message(WEBHOOK, "+12065550142", "+12065550199", "lost", sid));

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(TestKafka.records(Topic.MESSAGES_RECEIVED.deadLetterName()))
        .filteredOn(record -> new String(record.value(), UTF_8).contains(sid))
        .hasSize(1)
        .allSatisfy(
            record ->
                assertThat(header(record, "parley-dead-letter-reason")).contains("+12065550199"));
  }

  @Test
  void tokenInRotationIsAccepted() {
    // Given
    String sid = newSid();
    TwilioWebhooks promoted = new TwilioWebhooks(IngressFixture.ACCOUNT_SID, OTHER_TOKEN);

    // When
    HttpResponse<String> answer =
        post(promoted.message(WEBHOOK, "+12065550142", OUR_NUMBER, "new token", sid));

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(messages(sid)).hasSize(1);
  }

  @Test
  void traceOfTheCallerIsContinued() {
    // Given
    String sid = newSid();
    SignedWebhook webhook = message("+12065550142", "traced", sid);
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    // When
    post(
        PATH,
        webhook.body(),
        "Content-Type",
        FORM,
        SIGNATURE,
        webhook.signature(),
        "traceparent",
        trace);

    // Then
    assertThat(onlyMessage(sid).traceParent().value()).isEqualTo(trace);
  }

  @Test
  void sameWebhookTwentyTimesAtOnceHasOneEventId() {
    // Given
    String sid = newSid();
    SignedWebhook webhook = message("+12065550143", "again and again", sid);

    // When
    List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(IngressFixture.postAsync(webhook));
    }

    // Then
    assertThat(calls).allSatisfy(call -> assertThat(call.join().statusCode()).isEqualTo(200));
    assertThat(messages(sid))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.id()).isEqualTo(ACCOUNT + "/" + sid));
  }

  @Test
  void textOfSixteenHundredCharactersComesThroughWhole() {
    // Given
    String sid = newSid();
    String text = "ä📦 ".repeat(400);

    // When
    HttpResponse<String> answer = post(message("+12065550144", text, sid));

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(((MessageReceived) onlyMessage(sid).data()).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/webhooks/twilio/unknown",
        "/webhooks/nobody/ch_7",
        "/webhooks/twilio",
        "/webhooks/",
        "/webhooks/twilio/unknown/status"
      })
  void unknownAccountIsNotFound(String path) {
    // When
    HttpResponse<String> answer =
        post(path, INBOUND, "Content-Type", FORM, SIGNATURE, "FVczjAyngOAKWK67VV7547FyTKw=");

    // Then
    assertProblem(answer, 404, "not-found");
  }

  @Test
  void wrongOrMissingSignatureIsForbidden() {
    // Given
    String body = message("+12065550142", "forged", newSid()).body();

    // When
    HttpResponse<String> missing = post(PATH, body, "Content-Type", FORM);
    HttpResponse<String> wrong =
        post(PATH, body, "Content-Type", FORM, SIGNATURE, "FVczjAyngOAKWK67VV7547FyTKw=");

    // Then
    assertProblem(missing, 403, "forbidden");
    assertProblem(wrong, 403, "forbidden");
  }

  @Test
  void bodyThatIsNoFormIsABadRequest() {
    // When
    HttpResponse<String> answer =
        post(PATH, "Body=%ZZ", "Content-Type", FORM, SIGNATURE, "FVczjAyngOAKWK67VV7547FyTKw=");

    // Then
    assertProblem(answer, 400, "unreadable-body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "nonsense", "a/b/c;;="})
  void otherContentTypeIsUnsupported(String contentType) {
    // When
    HttpResponse<String> answer =
        post(PATH, "Body=Hi", "Content-Type", contentType, SIGNATURE, "x");

    // Then
    assertProblem(answer, 415, "unsupported-type");
  }

  @ParameterizedTest
  @ValueSource(ints = {300_000, 2_000_000})
  void bodyOverTheLimitIsTooLarge(int size) {
    // When
    HttpResponse<String> declared =
        post(PATH, "Body=" + "a".repeat(size), "Content-Type", FORM, SIGNATURE, "x");
    HttpResponse<String> chunked =
        IngressFixture.send(
            "POST",
            PATH,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size])),
            "Content-Type",
            FORM);

    // Then
    assertProblem(declared, 413, "too-large");
    assertProblem(chunked, 413, "too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PATCH"})
  void otherMethodDoesNotExist(String method) {
    // When
    HttpResponse<String> answer =
        IngressFixture.send(method, PATH, BodyPublishers.ofString("x"), "Content-Type", FORM);

    // Then
    assertProblem(answer, 405, "method-not-allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS", "HEAD"})
  void handshakeThatTheProviderDoesNotHaveIsABadRequest(String method) {
    // When
    HttpResponse<String> answer = IngressFixture.send(method, PATH, BodyPublishers.noBody());

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void accountWhoseSecretsDoNotOpenIsUnavailable() {
    // Given
    UUID id = UUID.randomUUID();
    String foreign =
        SecretCipher.ofKeyset(SecretCipher.newKeyset()).encrypt(id, "authToken", TOKEN);
    ConfigurationTopic.publish(
        new Account(
            id,
            "sealed",
            "twilio",
            Channel.SMS,
            "ch_sealed",
            Map.of("accountSid", IngressFixture.ACCOUNT_SID),
            Map.of("authToken", foreign)));

    // When
    String path = "/webhooks/twilio/ch_sealed";
    await().until(() -> post(path, "Body=Hi", "Content-Type", FORM).statusCode() != 404);

    // Then
    assertProblem(post(path, "Body=Hi", "Content-Type", FORM), 503, "unavailable");
  }

  @Test
  void removedAccountIsNotFoundAnyMore() {
    // Given
    UUID id = UUID.randomUUID();
    String path = "/webhooks/twilio/ch_gone";
    ConfigurationTopic.publish(IngressFixture.account(id, "ch_gone", Map.of("authToken", TOKEN)));
    await().until(() -> IngressFixture.get(path).statusCode() == 403);

    // When
    ConfigurationTopic.delete(io.parley.events.configuration.ConfigurationObject.Kind.ACCOUNT, id);

    // Then
    await().untilAsserted(() -> assertProblem(IngressFixture.get(path), 404, "not-found"));
  }

  @Test
  void logsHoldNeitherTokensNorTextAndRefusalsAreFew() {
    // Given
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler capture =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(new java.util.logging.SimpleFormatter().formatMessage(line));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(capture);

    // When
    try {
      SignedWebhook webhook = message("+12065550142", "my-private-text", newSid());
      post(webhook);
      post(TWILIO.message(WEBHOOK, "+12065550142", "+12065550198", "my-private-text", newSid()));
      for (int i = 0; i < 30; i++) {
        post(PATH, webhook.body(), "Content-Type", FORM, SIGNATURE, "wrong");
        post("/webhooks/twilio/nobody", webhook.body(), "Content-Type", FORM);
      }
    } finally {
      root.removeHandler(capture);
    }

    // Then
    assertThat(lines).filteredOn(line -> line.contains("efused")).hasSizeLessThanOrEqualTo(20);
    assertThat(String.join("\n", lines))
        .doesNotContain(TOKEN, OTHER_TOKEN, "my-private-text", "nobody");
    assertThat(IngressFixture.metric("parley_ingress_webhooks_refused_total"))
        .isGreaterThanOrEqualTo(60);
  }

  @Test
  void readinessDependsOnTheConfigurationAndTheFirstAnswerOfPostgresAlone() {
    // When
    HttpResponse<String> ready = IngressFixture.get("/q/health/ready");

    // Then
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body())
        .contains("configuration", "fallback-table")
        .doesNotContain("database", "PostgreSQL");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("application/problem+json"));
    assertThat(answer.body()).contains("\"urn:parley:problem:" + type + "\"");
    assertThat(answer.body()).doesNotContain(BASE, TOKEN);
  }

  private static Event<?> onlyMessage(String sid) {
    List<Event<?>> events = messages(sid);
    assertThat(events).isNotEmpty();
    assertThat(events.stream().map(Event::id).distinct()).hasSize(1);
    return events.get(0);
  }

  private static List<Event<?>> messages(String sid) {
    return TestKafka.events(Topic.MESSAGES_RECEIVED).stream()
        .filter(
            event ->
                event.data() instanceof MessageReceived message
                    && message.providerMessageId().equals(sid))
        .toList();
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
