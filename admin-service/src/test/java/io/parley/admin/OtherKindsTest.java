package io.parley.admin;

import static io.parley.admin.Api.with;
import static io.parley.admin.Api.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Templates, automated messages, quick replies, bots, blocked senders, masking rules, field
 * security profiles, and what channel instances say by themselves.
 */
@AdminTest
class OtherKindsTest {

  private static final String TEMPLATES = "/api/v1/message-templates";
  private static final String MESSAGES = "/api/v1/automated-messages";
  private static final String REPLIES = "/api/v1/quick-replies";
  private static final String BOTS = "/api/v1/bots";
  private static final String BLOCKED = "/api/v1/blocked-senders";
  private static final String RULES = "/api/v1/data-masking-rules";
  private static final String PROFILES = "/api/v1/field-security-profiles";
  private static final String INSTANCES = "/api/v1/channel-instances";
  private static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";
  private static final String SID = "HX" + "0123456789abcdef".repeat(2);

  private final Api api = Api.administrator();
  private final List<DynamicTest> cases = new ArrayList<>();

  @TestFactory
  List<DynamicTest> everyWrongFieldIsNamed() {
    templates();
    messages();
    replies();
    bots();
    blockedSenders();
    rules();
    profiles();
    instances();
    return cases;
  }

  private void templates() {
    Map<String, @Nullable Object> body = template();
    wrong("no texts", TEMPLATES, without(body, "texts"), "/texts");
    wrong("other channel", TEMPLATES, with(body, "channel", "CUSTOM"), "/channel");
    wrong(
        "default without text", TEMPLATES, with(body, "defaultLanguage", "fr"), "/defaultLanguage");
    wrong("bad language", TEMPLATES, with(body, "defaultLanguage", "e_n"), "/defaultLanguage");
    wrong("bad variable", TEMPLATES, with(body, "variables", List.of("a b")), "/variables/0");
    wrong("variable twice", TEMPLATES, with(body, "variables", List.of("a", "a")), "/variables/1");
    wrong("long text", TEMPLATES, texts(body, "x".repeat(1_601)), "/texts/en/text");
    wrong("undeclared variable", TEMPLATES, texts(body, "{$Other$}"), "/texts/en/text");
    wrong("unknown slug", TEMPLATES, texts(body, "{FullName{Boss}}"), "/texts/en/text");
    wrong("number for SMS", TEMPLATES, texts(body, "{{1}}"), "/texts/en/text");
    wrong(
        "number without variable",
        TEMPLATES,
        with(texts(body, "{{2}}"), "channel", "WHATSAPP"),
        "/texts/en/text");
    wrong(
        "Content SID for SMS",
        TEMPLATES,
        with(body, "texts", Map.of("en", Map.of("text", "a", "contentSid", SID))),
        "/texts/en/contentSid");
    wrong(
        "bad Content SID",
        TEMPLATES,
        with(body, "texts", Map.of("en", Map.of("text", "a", "contentSid", "HX1"))),
        "/texts/en/contentSid");
    wrong("text as text", TEMPLATES, with(body, "texts", Map.of("en", "a")), "/texts/en");
    wrong(
        "language in two spellings",
        TEMPLATES,
        with(body, "texts", Map.of("en", Map.of("text", "a"), "EN", Map.of("text", "b"))),
        null);
  }

  private void messages() {
    Map<String, @Nullable Object> body = message("OUT_OF_OPERATING_HOURS");
    wrong("unknown trigger", MESSAGES, with(body, "trigger", "LUNCH"), "/trigger");
    wrong("no trigger", MESSAGES, without(body, "trigger"), "/trigger");
    wrong("recipient of nothing", MESSAGES, with(body, "recipient", "AGENT"), "/recipient");
    wrong("unknown channel", MESSAGES, with(body, "channel", "FAX"), "/channel");
    wrong("no text", MESSAGES, with(body, "texts", Map.of()), "/texts");
    wrong("blank text", MESSAGES, with(body, "texts", Map.of("en", " ")), "/texts/en");
    wrong("long text", MESSAGES, with(body, "texts", Map.of("en", "x".repeat(2_001))), "/texts/en");
    wrong("bad variable", MESSAGES, with(body, "texts", Map.of("en", "{$a b$}")), "/texts/en");
    wrong("bad language", MESSAGES, with(body, "texts", Map.of("e_n", "Hi")), "/texts/e_n");
    wrong("long name", MESSAGES, with(body, "name", "x".repeat(101)), "/name");
  }

  private void replies() {
    Map<String, @Nullable Object> body = reply();
    wrong("no title", REPLIES, without(body, "title"), "/title");
    wrong("no locale", REPLIES, without(body, "locale"), "/locale");
    wrong("unknown slug", REPLIES, with(body, "text", "{NickName{Customer}}"), "/text");
    wrong("slug without key", REPLIES, with(body, "text", "{OCContext.}"), "/text");
    wrong("tag of two words", REPLIES, with(body, "tags", List.of("a b")), "/tags/0");
    wrong("tag twice", REPLIES, with(body, "tags", List.of("a", "A")), "/tags/1");
    wrong(
        "unknown workstream",
        REPLIES,
        with(body, "workstreamIds", List.of(UNKNOWN)),
        "/workstreamIds/0");
    wrong("unknown owner", REPLIES, with(body, "ownerId", UNKNOWN), "/ownerId");
  }

  private void bots() {
    Map<String, @Nullable Object> body = bot();
    wrong("neither form", BOTS, without(body, "webhook"), "");
    wrong("both forms", BOTS, with(body, "topics", Map.of("inbound", "a", "outbound", "b")), "");
    wrong("http", BOTS, webhook("url", "http://bot.example.org"), "/webhook/url");
    wrong("no url", BOTS, with(body, "webhook", Map.of()), "/webhook/url");
    wrong("long time limit", BOTS, webhook("timeLimit", "PT61S"), "/webhook/timeLimit");
    wrong("time limit as number", BOTS, webhook("timeLimit", 5), "/webhook/timeLimit");
    wrong("many retries", BOTS, webhook("retries", 11), "/webhook/retries");
    wrong("same topics", BOTS, topics("bot", "bot"), "/topics/outbound");
    wrong("topic of ours", BOTS, topics("bot", "parley.configuration"), "/topics/outbound");
    wrong("bad topic", BOTS, topics("b t", "bot"), "/topics/inbound");
    wrong("unknown secret", BOTS, with(body, "secrets", Map.of("pin", "x")), "/secrets/pin");
    wrong("short secret", BOTS, with(body, "secrets", Map.of("apiKey", "x")), "/secrets/apiKey");
  }

  private void blockedSenders() {
    Map<String, @Nullable Object> body = blocked("+12025550147");
    wrong("no country code", BLOCKED, with(body, "address", "0612345678"), "/address");
    wrong("no address", BLOCKED, without(body, "address"), "/address");
    wrong("no reason", BLOCKED, without(body, "reason"), "/reason");
    wrong("until as number", BLOCKED, with(body, "until", true), "/until");
    wrong(
        "name on WhatsApp",
        BLOCKED,
        with(with(body, "channel", "WHATSAPP"), "address", "Acme"),
        "/address");
  }

  private void rules() {
    Map<String, @Nullable Object> body = rule();
    wrong("back-reference", RULES, with(body, "expression", "(a)\\1"), "/expression");
    wrong("explosion", RULES, with(body, "expression", "((a{99}){99}){99}"), "/expression");
    wrong("everything", RULES, with(body, "expression", ".*"), "/expression");
    wrong("long", RULES, with(body, "expression", "x".repeat(501)), "/expression");
    wrong("nobody's messages", RULES, without(body, "appliesTo"), "/appliesTo");
  }

  private void profiles() {
    Map<String, @Nullable Object> body = profile();
    wrong("no grants", PROFILES, with(body, "grants", List.of()), "/grants");
    wrong("unknown member", PROFILES, with(body, "members", List.of(UNKNOWN)), "/members/0");
    wrong(
        "nothing granted", PROFILES, grants(Map.of("kind", "BOT", "field", "apiKey")), "/grants/0");
    wrong("unknown field", PROFILES, grant("ACCOUNT", "twilio", "pin"), "/grants/0/field");
    wrong("no secret", PROFILES, grant("ACCOUNT", "twilio", "accountSid"), "/grants/0/field");
    wrong(
        "unknown provider", PROFILES, grant("ACCOUNT", "acme", "authToken"), "/grants/0/provider");
    wrong("provider of a bot", PROFILES, grant("BOT", "twilio", "apiKey"), "/grants/0/provider");
    wrong("unknown kind", PROFILES, grant("QUEUE", "twilio", "apiKey"), "/grants/0/kind");
  }

  private void instances() {
    Map<String, @Nullable Object> body = instance();
    wrong(
        "extension without dot",
        INSTANCES,
        with(body, "attachmentExtensions", List.of("pdf")),
        "/attachmentExtensions/0");
    wrong(
        "override without text",
        INSTANCES,
        with(body, "automatedMessageOverrides", List.of(Map.of("trigger", "HOLIDAY"))),
        "/automatedMessageOverrides/0/texts");
    wrong(
        "override twice",
        INSTANCES,
        with(body, "automatedMessageOverrides", List.of(silence("HOLIDAY"), silence("HOLIDAY"))),
        "/automatedMessageOverrides/1/trigger");
    wrong(
        "bad variable in override",
        INSTANCES,
        with(
            body,
            "automatedMessageOverrides",
            List.of(Map.of("trigger", "HOLIDAY", "texts", Map.of("en", "{x}")))),
        "/automatedMessageOverrides/0/texts/en");
    wrong(
        "link without survey",
        INSTANCES,
        with(body, "postConversationSurvey", Map.of()),
        "/postConversationSurvey/url");
    wrong(
        "survey that is not https",
        INSTANCES,
        with(body, "postConversationSurvey", Map.of("url", "ftp://example.org")),
        "/postConversationSurvey/url");
    wrong(
        "no question",
        INSTANCES,
        with(body, "postConversationSurvey", Map.of("delivery", "IN_CONVERSATION")),
        "/postConversationSurvey/texts");
  }

  @TestFactory
  List<DynamicTest> everyKindCanBeCreatedReadReplacedPatchedAndDeleted() {
    lives(TEMPLATES, with(texts(template(), "{{1}} {FullName{Customer}}"), "channel", "WHATSAPP"));
    lives(TEMPLATES, template());
    lives(MESSAGES, message("CONSULT_ACCEPTED"));
    lives(MESSAGES, with(message("UNSUPPORTED_MESSAGE_TYPE"), "recipient", "AGENT"));
    lives(REPLIES, reply());
    lives(BOTS, bot());
    lives(BOTS, topics("bot.in", "bot.out"));
    lives(BLOCKED, with(blocked("+1 202 555 0101"), "until", "2027-01-01T00:00:00Z"));
    lives(RULES, rule());
    lives(PROFILES, profile());
    lives(
        INSTANCES,
        with(
            with(
                with(instance(), "attachmentExtensions", List.of(".pdf", ".png")),
                "automatedMessageOverrides",
                List.of(
                    silence("HOLIDAY"),
                    Map.of("trigger", "GREETING", "texts", Map.of("de", "Hallo {$Name$}")))),
            "postConversationSurvey",
            Map.of(
                "url",
                "https://survey.example.org/1",
                "texts",
                Map.of("en", "How was it?"),
                "botConversations",
                Map.of("enabled", false))));
    return cases;
  }

  private void lives(String collection, Map<String, @Nullable Object> body) {
    cases.add(
        DynamicTest.dynamicTest(
            collection + " " + cases.size(),
            () -> {
              Response created = api.post(collection, body);
              assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
              String path = created.header("Location");
              Response read = api.get(path);
              assertThat(read.jsonPath().getMap("")).isEqualTo(created.jsonPath().getMap(""));
              Response replaced = api.put(path, created.header("ETag"), body);
              assertThat(replaced.statusCode()).as(replaced.asString()).isEqualTo(200);
              Map<String, Object> same = api.patch(path, "*", Map.of()).jsonPath().getMap("");
              assertThat(same).containsAllEntriesOf(definition(created, body));
              assertThat(api.delete(path, "*").statusCode()).isEqualTo(204);
              assertThat(api.get(path).statusCode()).isEqualTo(404);
            }));
  }

  /** What the service says of the fields that were sent. */
  private static Map<String, Object> definition(
      Response response, Map<String, @Nullable Object> body) {
    Map<String, Object> fields = new HashMap<>(response.jsonPath().getMap(""));
    fields.keySet().retainAll(body.keySet());
    fields.remove("secrets");
    assertThat(fields).isNotEmpty();
    return fields;
  }

  @Test
  void twoMessagesForOneTriggerRecipientAndChannelAreRefused() {
    // Given
    Map<String, @Nullable Object> first =
        with(message("TRANSFER_TO_AGENT_ACCEPTED"), "channel", "RCS");
    String id = api.created(MESSAGES, first);

    // When
    Response second = api.post(MESSAGES, with(first, "name", "Another name"));
    Response elsewhere = api.post(MESSAGES, with(first, "channel", null));

    // Then
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.jsonPath().getString("errors[0].pointer")).isEqualTo("/trigger");
    assertThat(elsewhere.statusCode()).isEqualTo(201);
    api.delete(elsewhere.header("Location"), "*");
    api.delete(MESSAGES + "/" + id, "*");
  }

  @Test
  void sameSenderInAnotherSpellingIsBlockedOnce() {
    // Given
    api.created(BLOCKED, blocked("+12025550173"));

    // When
    Response again = api.post(BLOCKED, blocked("1 (202) 555-0173"));

    // Then
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.jsonPath().getString("errors[0].pointer")).isEqualTo("/address");
  }

  @Test
  void agentSeesQuickRepliesOfEverybodyAndOwnOnesOnly() {
    // Given
    Map<String, @Nullable Object> user = Api.agent();
    String self = api.created("/api/v1/users", user);
    String other = api.created("/api/v1/users", Api.agent());
    Map<String, @Nullable Object> body = reply();
    String common = api.created(REPLIES, body);
    String own = api.created(REPLIES, with(body, "ownerId", self));
    String foreign = api.created(REPLIES, with(body, "ownerId", other));
    Api agent =
        Api.signedInAs(String.valueOf(user.get("email")), String.valueOf(user.get("password")));

    // When
    Response list = agent.request().queryParam("name", body.get("title")).get(REPLIES);

    // Then
    assertThat(list.jsonPath().getList("items.id", String.class))
        .containsExactlyInAnyOrder(common, own);
    assertThat(agent.get(REPLIES + "/" + foreign).statusCode()).isEqualTo(404);
    assertThat(agent.post(REPLIES, body).statusCode()).isEqualTo(403);
    assertThat(api.delete("/api/v1/users/" + self, "*").jsonPath().getList("dependants.id"))
        .containsExactly(own);
  }

  @Test
  void thereAreTenMaskingRulesAtMostOfWhichThreeAreBuiltInAndStay() {
    // Given
    List<String> builtIn = api.get(RULES).jsonPath().getList("items.id", String.class);
    List<String> added = new ArrayList<>();
    for (int i = builtIn.size(); i < 10; i++) {
      added.add(api.created(RULES, rule()));
    }

    // When
    Response eleventh = api.post(RULES, rule());
    Response deletion = api.delete(RULES + "/" + builtIn.getFirst(), "*");
    Response renaming = api.patch(RULES + "/" + builtIn.getFirst(), "*", Map.of("name", "Other"));
    Response change = api.patch(RULES + "/" + builtIn.getFirst(), "*", Map.of("active", false));

    // Then
    assertThat(eleventh.statusCode()).isEqualTo(409);
    assertThat(deletion.statusCode()).isEqualTo(409);
    assertThat(renaming.statusCode()).isEqualTo(400);
    assertThat(change.statusCode()).isEqualTo(200);
    added.forEach(id -> api.delete(RULES + "/" + id, "*"));
  }

  @Test
  void maskingRulesExistFromTheStartSwitchedOff() {
    // Given
    String names = "items.findAll { !it.active }.name";

    // When
    Response list = api.get(RULES);

    // Then
    assertThat(list.jsonPath().getList(names, String.class))
        .contains("Credit card numbers", "E-mail addresses", "Social security numbers");
  }

  private void wrong(
      String what, String path, Map<String, @Nullable Object> body, @Nullable String pointer) {
    cases.add(
        DynamicTest.dynamicTest(
            path + ": " + what,
            () -> {
              Response refusal = api.post(path, body);
              assertThat(refusal.statusCode()).as(refusal.asString()).isEqualTo(400);
              if (pointer != null) {
                assertThat(refusal.jsonPath().getList("errors.pointer", String.class))
                    .as(refusal.asString())
                    .contains(pointer);
              }
            }));
  }

  private static Map<String, @Nullable Object> template() {
    return body(
        "name", Api.unique("Template"),
        "channel", "SMS",
        "defaultLanguage", "en",
        "variables", List.of("Order"),
        "texts", Map.of("en", Map.of("text", "Order {$Order$} of {LastName{Customer}}")));
  }

  private static Map<String, @Nullable Object> texts(
      Map<String, @Nullable Object> body, String text) {
    return with(body, "texts", Map.of("en", Map.of("text", text)));
  }

  private static Map<String, @Nullable Object> message(String trigger) {
    return body(
        "name",
        "A message",
        "trigger",
        trigger,
        "texts",
        Map.of("en", "{AgentName} of {QueueName}: {$Order$}", "pt-BR", "Oi"));
  }

  private static Map<String, @Nullable Object> reply() {
    return body(
        "title",
        Api.unique("Reply"),
        "locale",
        "en",
        "text",
        "Hello {FirstName{Customer}}, {OCContext.Order}",
        "tags",
        List.of("hello"));
  }

  private static Map<String, @Nullable Object> bot() {
    return body(
        "name", Api.unique("Bot"),
        "language", "en",
        "webhook", Map.of("url", "https://bot.example.org/parley"),
        "secrets", Map.of("apiKey", "planted-api-key"));
  }

  private static Map<String, @Nullable Object> webhook(String field, Object value) {
    Map<String, Object> webhook = new HashMap<>(Map.of("url", "https://bot.example.org/parley"));
    webhook.put(field, value);
    return with(bot(), "webhook", webhook);
  }

  private static Map<String, @Nullable Object> topics(String inbound, String outbound) {
    return with(
        without(bot(), "webhook"), "topics", Map.of("inbound", inbound, "outbound", outbound));
  }

  private static Map<String, @Nullable Object> blocked(String address) {
    return body("channel", "SMS", "address", address, "reason", "Spam");
  }

  private static Map<String, @Nullable Object> rule() {
    return body("name", Api.unique("Rule"), "expression", "ORD-\\d{8}", "appliesTo", "BOTH");
  }

  private Map<String, @Nullable Object> profile() {
    return body(
        "name", Api.unique("Profile"),
        "members", List.of(),
        "grants",
            List.of(
                Map.of(
                    "kind", "ACCOUNT", "provider", "twilio", "field", "authToken", "read", true)));
  }

  private Map<String, @Nullable Object> grant(String kind, String provider, String field) {
    return grants(Map.of("kind", kind, "provider", provider, "field", field, "read", true));
  }

  private Map<String, @Nullable Object> grants(Map<String, Object> grant) {
    return with(profile(), "grants", List.of(grant));
  }

  private static Map<String, Object> silence(String trigger) {
    return Map.of("trigger", trigger, "active", false);
  }

  private Map<String, @Nullable Object> instance() {
    String queue = api.created("/api/v1/queues", Api.queue());
    String account = api.created("/api/v1/accounts", Api.account());
    String address = api.created("/api/v1/channel-addresses", Api.address(account));
    return Api.instance(api.created("/api/v1/workstreams", Api.workstream(queue)), address);
  }

  private static Map<String, @Nullable Object> body(Object... fields) {
    Map<String, @Nullable Object> body = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    return Collections.unmodifiableMap(body);
  }
}
