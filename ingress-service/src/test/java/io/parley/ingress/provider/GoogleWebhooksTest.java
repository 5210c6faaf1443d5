package io.parley.ingress.provider;

import static io.parley.ingress.provider.Said.kept;
import static io.parley.ingress.provider.Said.message;
import static io.parley.ingress.provider.Said.receipt;
import static io.parley.ingress.provider.Said.signal;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.events.Channel;
import io.parley.testing.ServersResource;
import io.parley.testing.google.GoogleWebhooks;
import io.parley.testing.webhook.WebhookCall;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The calls of providers/google-business-messages.md: Business Messages (I) and RCS (II). */
@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class GoogleWebhooksTest {

  private static final String AGENT = "brands/1b9d6bcd-harbor/agents/5f0c2a77-books";
  private static final String CONVERSATION = "7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31";
  private static final GoogleWebhooks GBM = new GoogleWebhooks("gbm-ct-7Hq2Lw9ZpX4v");
  private static final GoogleWebhooks SECOND = new GoogleWebhooks("gbm-ct-second");
  private static final GoogleWebhooks RCS = new GoogleWebhooks("rbm-ct-Qk83-vesper");

  private static final TestAccount CHATS =
      new TestAccount(
          "google",
          Channel.GOOGLE_BUSINESS_MESSAGES,
          "gg_chats",
          Map.of(),
          Map.of("clientToken", GBM.clientToken(), "secondClientToken", SECOND.clientToken()),
          List.of(AGENT));
  private static final TestAccount TEXTS =
      new TestAccount(
          "google",
          Channel.RCS,
          "gg_texts",
          Map.of(),
          Map.of("clientToken", RCS.clientToken()),
          List.of("harbor-books"));

  /** The vector of §3; some of its characters are written as escapes. */
  private static final String INBOUND =
      "{\"agent\":\"brands/1b9d6bcd-harbor/agents/5f0c2a77-books\",\"requestId\":"
          + "\"req-20240611-0001\",\"conversationId\":\"7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31\","
          + "\"message\":{\"messageId\":\"c0ffee01-77aa-4b21-8f3e-2f6d1a9b5e10\",\"name\":"
          + "\"conversations/7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31/messages/"
          + "c0ffee01-77aa-4b21-8f3e-2f6d1a9b5e10\",\"text\":\"Olá, is a\\u003db \\u0026 open"
          + " today?\",\"createTime\":\"2024-06-11T08:30:05.123456Z\"},\"sendTime\":"
          + "\"2024-06-11T08:30:05.500Z\"}";

  private static final String INBOUND_SIGNATURE =
      "BNXJCJsuD2bIDag9lwGYz/Rtygfd8hvHryJKOJJMKpSFYpgRVZYuQ7pbKS1SqbFj4hdY81kgNka+c/1sNUSe6A==";

  /** §8. */
  private static final String RECEIPTS =
      """
      {"agent":"brands/1b9d6bcd-harbor/agents/5f0c2a77-books","conversationId":\
      "7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31","sendTime":"2024-06-11T08:31:12.004Z","receipts":\
      {"receipts":[{"message":"conversations/7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31/messages/01b7-a",\
      "receiptType":"READ"},{"message":\
      "conversations/7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31/messages/01b7-b","receiptType":\
      "DELIVERED"}],"createTime":"2024-06-11T08:31:11.900Z"}}""";

  private static final String RECEIPTS_SIGNATURE =
      "rm33GwFlRNytlitpPukL8y5+9QMiJP6V9C6kYh33nrTJ4k8jNG7PHxYijmu0JKlyuecoP/Dhu9vNN2TNzCPzpg==";

  /** §8, over several lines as it is printed. */
  private static final String HANDOVER =
      """
      {"agent":"brands/1b9d6bcd-harbor/agents/5f0c2a77-books","requestId":"req-20240611-0009","conversationId":"7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31",
       "context":{"entryPoint":"MAPS","placeId":"ChIJh4rb0r","resolvedLocale":"pt-BR","userInfo":{"displayName":"Inês","userDeviceLocale":"pt-BR"}},
       "userStatus":{"requestedLiveAgent":true,"createTime":"2024-06-11T08:32:00Z"},"sendTime":"2024-06-11T08:32:00.120Z"}
      """;

  private static final String PICTURE =
      "https://storage.googleapis.com/business-messages-us/1/a.jpg"
          + "?x-goog-algorithm=GOOG4-RSA-SHA256&x-goog-expires=604800&x-goog-signature=0a1b";

  /** The vector of part II. */
  private static final String RCS_DATA =
      "eyJzZW5kZXJQaG9uZU51bWJlciI6IisxNTU1MDEwNDQ3NyIsIm1lc3NhZ2VJZCI6Ik14TjR2UWsyUzdHZCIsInNlbmRU"
          + "aW1lIjoiMjAyNi0wMy0wMlQwOToxNToyNy40ODAxMjVaIiwidGV4dCI6Ik9sw6EsIHdoZXJlIGlzIG15IG9yZGVy"
          + "PyIsImFnZW50SWQiOiJoYXJib3ItYm9va3MifQ==";

  private static final String RCS_SIGNATURE =
      "KOrB04BXvMcAnDIpPdcCzcgXSwI+t5WEmQT54n+DcnYrIO2x6JMafpaEhZb2UTDJ4IheDkvoxLAh9bOAcy0Hww==";

  private static final String RCS_TEXT =
      """
      {"senderPhoneNumber":"+15550104477","messageId":"MxN4vQk2S7Gd","sendTime":\
      "2026-03-02T09:15:27.480125Z","text":"Olá, where is my order?","agentId":"harbor-books"}""";

  private static final String RCS_FILE =
      """
      {"senderPhoneNumber":"+15550104477","messageId":"f-1","sendTime":"2026-03-02T09:15:27Z",\
      "userFile":{"payload":{"mimeType":"image/jpeg","fileSizeBytes":2048,"fileUri":\
      "https://rcs-copper-us.googleapis.com/a","fileName":"a.jpg"}},"agentId":"harbor-books"}""";

  private static final String OURS = "0193a2b4-0000-7000-8000-000000000771";

  private static final Desk DESK = new Desk(List.of(CHATS, TEXTS));

  @BeforeAll
  static void configure() {
    DESK.configure();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"authenticCalls", "refusedCalls"})
  void callIsAnsweredAndPublished(Case line) {
    DESK.check(line);
  }

  @Test
  void nothingAuthenticIsAnErrorOfOurs() {
    DESK.survives(
        Stream.concat(
            Stream.of(INBOUND, RECEIPTS, HANDOVER)
                .flatMap(Damage::json)
                .map(body -> GBM.businessMessages(CHATS.path(), body)),
            Stream.of(RCS_TEXT, RCS_FILE, event("DELIVERED", OURS), event("UNSUBSCRIBE", ""))
                .flatMap(Damage::json)
                .map(body -> RCS.rcs(TEXTS.path(), body))));
  }

  static Stream<Case> authenticCalls() {
    return Stream.concat(businessMessages(), rcs());
  }

  private static Stream<Case> businessMessages() {
    String asked = chat("c0ffee01-77aa-4b21-8f3e-2f6d1a9b5e10", "Olá, is a=b & open today?");
    return Stream.of(
        Case.of(
            "I §2 handshake",
            GBM.handshake(CHATS.path(), "8841207719"),
            Answer.of(200, "8841207719").with("content-type", "text/plain")),
        Case.of(
            "I §3 vector",
            GBM.businessMessages(CHATS.path(), INBOUND)
                .with(GoogleWebhooks.SIGNATURE, INBOUND_SIGNATURE),
            Answer.OK,
            asked),
        Case.of(
            "I §4 message again: the same event",
            GBM.businessMessages(CHATS.path(), INBOUND),
            Answer.OK,
            asked),
        Case.of(
            "I §1 signed with the second token",
            SECOND.businessMessages(CHATS.path(), INBOUND),
            Answer.OK,
            asked),
        Case.of(
            "I §3 small vector: signed, and of no kind",
            new GoogleWebhooks("token-1")
                .businessMessages(
                    CHATS.path(), "{\"conversationId\":\"c-1\",\"requestId\":\"r-1\"}")
                .with(
                    GoogleWebhooks.SIGNATURE,
                    GBM.signature("{\"conversationId\":\"c-1\",\"requestId\":\"r-1\"}")),
            Answer.OK,
            kept(CHATS, "the account has no address (not printable)")),
        Case.of(
            "I §4 picture",
            GBM.businessMessages(
                CHATS.path(),
                INBOUND.replace(
                    "Olá, is a\\u003db \\u0026 open today?",
                    PICTURE.replace("=", "\\u003d").replace("&", "\\u0026"))),
            Answer.OK,
            chat("c0ffee01-77aa-4b21-8f3e-2f6d1a9b5e10", "") + " media=" + PICTURE),
        Case.of(
            "I §8 receipts",
            GBM.businessMessages(CHATS.path(), RECEIPTS)
                .with(GoogleWebhooks.SIGNATURE, RECEIPTS_SIGNATURE),
            Answer.OK,
            receipt(CHATS, "01b7-a", "READ", "READ"),
            receipt(CHATS, "01b7-b", "DELIVERED", "DELIVERED")),
        Case.of(
            "I §4 receipts, one of which is of no known kind",
            GBM.businessMessages(CHATS.path(), RECEIPTS.replace("\"READ\"", "\"SEEN\"")),
            Answer.OK,
            receipt(CHATS, "01b7-b", "DELIVERED", "DELIVERED"),
            kept(CHATS, "a receipt without message or with an unknown type")),
        Case.of(
            "I §8 hand-over",
            GBM.businessMessages(CHATS.path(), HANDOVER),
            Answer.OK,
            chat("req-20240611-0009", "") + " selection=requested_live_agent"),
        Case.of(
            "I §4 typing, as the text true",
            GBM.businessMessages(
                CHATS.path(),
                HANDOVER.replace("\"requestedLiveAgent\":true", "\"isTyping\":\"true\"")),
            Answer.OK,
            signal(CHATS, "TYPING_STARTED", CONVERSATION, AGENT)),
        Case.of(
            "I §4 typing stopped, without a word about it",
            GBM.businessMessages(
                CHATS.path(), HANDOVER.replace("\"requestedLiveAgent\":true,", "")),
            Answer.OK,
            signal(CHATS, "TYPING_STOPPED", CONVERSATION, AGENT)),
        Case.of(
            "I §4 suggestion",
            GBM.businessMessages(
                CHATS.path(),
                HANDOVER.replace(
                    "\"userStatus\":{\"requestedLiveAgent\":true,",
                    "\"suggestionResponse\":{\"message\":\"conversations/c/messages/m\","
                        + "\"postbackData\":\"hold_yes\",\"text\":\"Yes\",\"type\":\"REPLY\",")),
            Answer.OK,
            chat("req-20240611-0009", "Yes") + " selection=hold_yes"),
        Case.of(
            "I §4 survey",
            GBM.businessMessages(
                CHATS.path(),
                HANDOVER.replace(
                    "\"userStatus\":{\"requestedLiveAgent\":true,",
                    "\"surveyResponse\":{\"rating\":\"SATISFIED\",")),
            Answer.OK,
            kept(CHATS, "a survey answer; Parley has no place for it yet")),
        Case.of(
            "I §1 another agent",
            GBM.businessMessages(CHATS.path(), INBOUND.replace("5f0c2a77-books", "other")),
            Answer.OK,
            kept(CHATS, "the account has no address brands/1b9d6bcd-harbor/agents/other")),
        Case.of(
            "I §4 signed, and not JSON",
            GBM.businessMessages(CHATS.path(), "hello"),
            Answer.OK,
            kept(CHATS, "the body is not a JSON object")));
  }

  private static Stream<Case> rcs() {
    String asked = text("MxN4vQk2S7Gd", "Olá, where is my order?");
    return Stream.of(
        Case.of(
            "II handshake",
            RCS.handshake(TEXTS.path(), "991"),
            Answer.of(200, "991").with("content-type", "text/plain")),
        Case.of(
            "II vector",
            GoogleWebhooks.rcsOfData(TEXTS.path(), RCS_DATA)
                .with(GoogleWebhooks.SIGNATURE, RCS_SIGNATURE),
            Answer.OK,
            asked),
        Case.of("II message", RCS.rcs(TEXTS.path(), RCS_TEXT), Answer.OK, asked),
        Case.of(
            "II file",
            RCS.rcs(TEXTS.path(), RCS_FILE),
            Answer.OK,
            text("f-1", "") + " media=https://rcs-copper-us.googleapis.com/a type=image/jpeg"),
        Case.of(
            "II place",
            RCS.rcs(
                TEXTS.path(),
                RCS_TEXT.replace(
                    "\"text\":\"Olá, where is my order?\"",
                    "\"location\":{\"latitude\":47.6062,\"longitude\":-122.3321}")),
            Answer.OK,
            text("MxN4vQk2S7Gd", "") + " place=47.6062,-122.3321"),
        Case.of(
            "II suggestion",
            RCS.rcs(
                TEXTS.path(),
                RCS_TEXT.replace(
                    "\"text\":\"Olá, where is my order?\"",
                    "\"suggestionResponse\":{\"postbackData\":\"yes_1\",\"text\":\"Yes\","
                        + "\"type\":\"REPLY\"}")),
            Answer.OK,
            text("MxN4vQk2S7Gd", "Yes") + " selection=yes_1"),
        Case.of(
            "II STOP by word",
            RCS.rcs(TEXTS.path(), RCS_TEXT.replace("Olá, where is my order?", "Stop")),
            Answer.OK,
            text("MxN4vQk2S7Gd", "Stop") + " consent=STOP"),
        Case.of(
            "II delivered",
            RCS.rcs(TEXTS.path(), event("DELIVERED", OURS)),
            Answer.OK,
            receipt(TEXTS, OURS, "DELIVERED", "DELIVERED") + " ours=" + OURS),
        Case.of(
            "II read",
            RCS.rcs(TEXTS.path(), event("READ", OURS)),
            Answer.OK,
            receipt(TEXTS, OURS, "READ", "READ") + " ours=" + OURS),
        Case.of(
            "II typing",
            RCS.rcs(TEXTS.path(), event("IS_TYPING", "")),
            Answer.OK,
            signal(TEXTS, "TYPING_STARTED", "+15550104477", "harbor-books")),
        Case.of(
            "II unsubscribed",
            RCS.rcs(TEXTS.path(), event("UNSUBSCRIBE", "")),
            Answer.OK,
            signal(TEXTS, "OPTED_OUT", "+15550104477", "harbor-books")),
        Case.of(
            "II subscribed",
            RCS.rcs(TEXTS.path(), event("SUBSCRIBE", "")),
            Answer.OK,
            signal(TEXTS, "OPTED_IN", "+15550104477", "harbor-books")),
        Case.of(
            "II taken back",
            RCS.rcs(
                TEXTS.path(),
                event("TTL_EXPIRATION_REVOKED", OURS).replace("senderPhoneNumber", "phoneNumber")),
            Answer.OK,
            receipt(TEXTS, OURS, "UNDELIVERED", "TTL_EXPIRATION_REVOKED")
                + " error=TTL_EXPIRATION_REVOKED ours="
                + OURS),
        Case.of(
            "II not taken back",
            RCS.rcs(
                TEXTS.path(),
                event("TTL_EXPIRATION_REVOKE_FAILED", OURS)
                    .replace("senderPhoneNumber", "phoneNumber")),
            Answer.OK,
            receipt(TEXTS, OURS, "SENT", "TTL_EXPIRATION_REVOKE_FAILED")
                + " error=TTL_EXPIRATION_REVOKE_FAILED ours="
                + OURS),
        Case.of(
            "II another agent",
            RCS.rcs(TEXTS.path(), RCS_TEXT.replace("harbor-books", "other")),
            Answer.OK,
            kept(TEXTS, "the account has no address other")),
        Case.of(
            "II signed, and not JSON",
            RCS.rcs(TEXTS.path(), "hello"),
            Answer.OK,
            kept(TEXTS, "message.data is not a JSON object")));
  }

  static Stream<Case> refusedCalls() {
    return Stream.of(
        refused(
            "I §2 handshake with another token",
            new GoogleWebhooks("other").handshake(CHATS.path(), "8841207719")),
        refused(
            "I §3 not signed",
            GBM.businessMessages(CHATS.path(), INBOUND).without(GoogleWebhooks.SIGNATURE)),
        refused(
            "I §3 written again by a proxy",
            GBM.businessMessages(CHATS.path(), INBOUND)
                .saying(INBOUND.replace("\\u003d", "=").replace("\\u0026", "&"))),
        refused(
            "I §3 not Base64",
            GBM.businessMessages(CHATS.path(), INBOUND).with(GoogleWebhooks.SIGNATURE, "%%%")),
        refused("other account's credentials", RCS.businessMessages(CHATS.path(), INBOUND)),
        refused("II other account's credentials", GBM.rcs(TEXTS.path(), RCS_TEXT)),
        refused(
            "II signed as Business Messages are: the body",
            signedAsABody(GoogleWebhooks.rcsOfData(TEXTS.path(), RCS_DATA))),
        refused(
            "II the text of the data is signed",
            GoogleWebhooks.rcsOfData(TEXTS.path(), RCS_DATA)
                .with(GoogleWebhooks.SIGNATURE, RCS.signature(RCS_DATA))),
        refused("II handshake of the other account", GBM.handshake(TEXTS.path(), "8841207719")),
        Case.of(
            "II an event of the other form",
            RCS.businessMessages(TEXTS.path(), INBOUND),
            Answer.MALFORMED),
        Case.of(
            "not JSON by its type",
            GBM.businessMessages(CHATS.path(), INBOUND).with("Content-Type", "text/plain"),
            Answer.UNSUPPORTED_TYPE),
        Case.of(
            "other method", GBM.businessMessages(CHATS.path(), "").by("GET"), Answer.MALFORMED));
  }

  private static Case refused(String name, WebhookCall call) {
    return Case.of(name, call, Answer.FORBIDDEN);
  }

  private static WebhookCall signedAsABody(WebhookCall call) {
    return call.with(GoogleWebhooks.SIGNATURE, RCS.signature(new String(call.body(), UTF_8)));
  }

  private static String chat(String id, String text) {
    return message(CHATS, id, CONVERSATION, AGENT, text);
  }

  private static String text(String id, String text) {
    return message(TEXTS, id, "+15550104477", "harbor-books", text);
  }

  private static String event(String type, String messageId) {
    return """
        {"senderPhoneNumber":"+15550104477","eventType":"%s","eventId":"ev-1","messageId":"%s",\
        "agentId":"harbor-books","sendTime":"2026-03-02T09:15:27.480125Z"}"""
        .formatted(type, messageId);
  }
}
