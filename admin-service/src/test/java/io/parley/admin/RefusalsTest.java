package io.parley.admin;

import static io.parley.admin.Api.account;
import static io.parley.admin.Api.address;
import static io.parley.admin.Api.agent;
import static io.parley.admin.Api.instance;
import static io.parley.admin.Api.queue;
import static io.parley.admin.Api.user;
import static io.parley.admin.Api.with;
import static io.parley.admin.Api.without;
import static io.parley.admin.Api.workstream;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is wrong is refused, with the place where it is wrong, and never with 500. */
@AdminTest
class RefusalsTest {

  private static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";

  private final List<DynamicTest> cases = new ArrayList<>();
  private final Api api = Api.administrator();

  @TestFactory
  List<DynamicTest> everyWrongFieldIsNamed() {
    accounts();
    addresses();
    queues();
    users();
    workstreams();
    instances();
    return cases;
  }

  private void accounts() {
    String path = "/api/v1/accounts";
    wrong("no name", path, without(account(), "name"), 400, "/name");
    wrong("blank name", path, with(account(), "name", " "), 400, "/name");
    wrong("long name", path, with(account(), "name", "x".repeat(101)), 400, "/name");
    wrong("number as name", path, with(account(), "name", 5), 400, "/name");
    wrong("NUL in name", path, with(account(), "name", "a\0b"), 400, "/name");
    wrong("unknown field", path, with(account(), "colour", "red"), 400, "/colour");
    wrong("bad id", path, with(account(), "id", "17"), 400, "/id");
    wrong("unknown provider", path, with(account(), "provider", "acme"), 400, "/provider");
    wrong("unknown channel", path, with(account(), "channel", "FAX"), 400, "/channel");
    wrong("channel as number", path, with(account(), "channel", 0), 400, "/channel");
    wrong("settings as text", path, with(account(), "settings", "accountSid"), 400, "/settings");
    wrong(
        "setting missing",
        path,
        with(account(), "settings", Map.of()),
        400,
        "/settings/accountSid");
    wrong(
        "setting not as expected",
        path,
        with(account(), "settings", Map.of("accountSid", "AC12")),
        400,
        "/settings/accountSid");
    wrong(
        "unknown setting",
        path,
        with(account(), "settings", Map.of("a/b", "1", "accountSid", sid())),
        400,
        "/settings/a~1b");
    wrong(
        "secret among settings",
        path,
        with(account(), "settings", Map.of("authToken", "secret", "accountSid", sid())),
        400,
        "/settings/authToken");
    wrong("secret missing", path, with(account(), "secrets", Map.of()), 400, "/secrets/authToken");
    wrong(
        "secret not as expected",
        path,
        with(account(), "secrets", Map.of("authToken", "two words")),
        400,
        "/secrets/authToken");
    wrong(
        "secret as number",
        path,
        with(account(), "secrets", Map.of("authToken", 1234567)),
        400,
        "/secrets/authToken");
    wrong(
        "unknown secret",
        path,
        with(account(), "secrets", Map.of("authToken", "x", "pin", "1")),
        400,
        "/secrets/pin");
    Map<String, @Nullable Object> present = account();
    api.created(path, present);
    wrong("name taken", path, with(account(), "name", present.get("name")), 409, "/name");
  }

  private void addresses() {
    String path = "/api/v1/channel-addresses";
    String account = api.created("/api/v1/accounts", account());
    wrong("unknown account", path, address(UNKNOWN), 400, "/accountId");
    wrong("no account", path, without(address(account), "accountId"), 400, "/accountId");
    wrong("no number", path, with(address(account), "address", "hello"), 400, "/address");
    wrong("unknown type", path, with(address(account), "type", "FAX"), 400, "/type");
    wrong(
        "type of another channel",
        path,
        with(address(account), "type", "WHATSAPP_NUMBER"),
        400,
        "/type");
    Map<String, @Nullable Object> present = address(account);
    api.created(path, present);
    wrong(
        "address taken, in another spelling",
        path,
        with(
            address(account),
            "address",
            String.valueOf(present.get("address"))
                .replaceFirst("(.{2})(.{3})(.{3})", "$1 ($2) $3-")),
        409,
        "/address");
  }

  private void queues() {
    String path = "/api/v1/queues";
    String supervisor = api.created("/api/v1/users", user("SUPERVISOR"));
    wrong("priority as text", path, with(queue(), "priority", "1"), 400, "/priority");
    wrong("priority as fraction", path, with(queue(), "priority", 1.5), 400, "/priority");
    wrong("negative priority", path, with(queue(), "priority", -1), 400, "/priority");
    wrong("unknown method", path, with(queue(), "assignmentMethod", "X"), 400, "/assignmentMethod");
    wrong("unknown member", path, queue(UNKNOWN), 400, "/members/0");
    wrong("member who is no agent", path, queue(supervisor), 400, "/members/0");
    wrong("member as number", path, with(queue(), "members", List.of(1)), 400, "/members/0");
  }

  private void users() {
    String path = "/api/v1/users";
    wrong("no e-mail", path, without(agent(), "email"), 400, "/email");
    wrong("bad e-mail", path, with(agent(), "email", "ada"), 400, "/email");
    wrong("short password", path, with(agent(), "password", "eleven char"), 400, "/password");
    wrong("long password", path, with(agent(), "password", "x".repeat(201)), 400, "/password");
    wrong("no roles", path, with(agent(), "roles", List.of()), 400, "/roles");
    wrong("unknown role", path, user("ROOT"), 400, "/roles/0");
    wrong("negative capacity", path, with(agent(), "capacity", -1), 400, "/capacity");
    wrong("enabled as text", path, with(agent(), "enabled", "yes"), 400, "/enabled");
    wrong(
        "e-mail taken, in other case",
        path,
        with(agent(), "email", Api.FIRST_EMAIL.toUpperCase(java.util.Locale.ROOT)),
        409,
        "/email");
  }

  private void workstreams() {
    String path = "/api/v1/workstreams";
    String queue = api.created("/api/v1/queues", queue());
    wrong("unknown queue", path, workstream(UNKNOWN), 400, "/fallbackQueueId");
    wrong(
        "no presence",
        path,
        with(workstream(queue), "allowedPresences", List.of()),
        400,
        "/allowedPresences");
    wrong("no capacity", path, without(workstream(queue), "capacityUnits"), 400, "/capacityUnits");
    wrong("bare duration", path, with(workstream(queue), "offerTimeout", 30), 400, "/offerTimeout");
    wrong("no duration", path, with(workstream(queue), "offerTimeout", "30"), 400, "/offerTimeout");
    wrong("too short", path, with(workstream(queue), "offerTimeout", "PT1S"), 400, "/offerTimeout");
    wrong(
        "half seconds",
        path,
        with(workstream(queue), "offerTimeout", "PT30.5S"),
        400,
        "/offerTimeout");
  }

  private void instances() {
    String path = "/api/v1/channel-instances";
    String queue = api.created("/api/v1/queues", queue());
    String texts = api.created("/api/v1/workstreams", workstream(queue));
    String whatsApp =
        api.created("/api/v1/workstreams", with(workstream(queue), "channel", "WHATSAPP"));
    String account = api.created("/api/v1/accounts", account());
    String address = api.created("/api/v1/channel-addresses", address(account));
    String taken = api.created("/api/v1/channel-addresses", address(account));
    api.created(path, instance(texts, taken));
    String pointer = "/channelAddressId";
    wrong("unknown address", path, instance(texts, UNKNOWN), 400, pointer);
    wrong("unknown workstream", path, instance(UNKNOWN, address), 400, "/workstreamId");
    wrong("a queue as workstream", path, instance(queue, address), 400, "/workstreamId");
    wrong("address of another channel", path, instance(whatsApp, address), 400, pointer);
    wrong("address taken up", path, instance(texts, taken), 409, pointer);
    wrong("no language", path, without(instance(texts, address), "language"), 400, "/language");
    wrong(
        "endless tag",
        path,
        with(instance(texts, address), "language", "en" + "-a".repeat(5_000)),
        400,
        "/language");
    wrong("id with blanks", path, instance(" " + texts + " ", address), 400, "/workstreamId");
    wrong("no tag", path, with(instance(texts, address), "language", "e n"), 400, "/language");
  }

  @Test
  void halfACharacterIsRefused() {
    // Given
    String body = "{\"name\":\"\\ud800\"}";

    // When
    Response refusal = api.request().body(body).post("/api/v1/queues");

    // Then
    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.jsonPath().getList("errors.pointer")).containsExactly("/name");
  }

  @Test
  void whatIsTooLargeToBePublishedIsRefused() {
    // Given
    String reason = "x".repeat(200);
    List<Map<String, Object>> holidays = new ArrayList<>();
    List<Map<String, Object>> exceptions = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      LocalDate date = LocalDate.of(2030, 1, 1).plusDays(2L * i);
      holidays.add(Map.of("from", date.toString(), "reason", reason));
      exceptions.add(
          Map.of(
              "date",
              date.plusDays(1).toString(),
              "reason",
              reason,
              "hours",
              List.of(
                  Map.of("from", "08:00", "to", "09:00"),
                  Map.of("from", "10:00", "to", "11:00"),
                  Map.of("from", "12:00", "to", "13:00"))));
    }

    // When
    Response refusal =
        api.post(
            "/api/v1/operating-hours",
            Map.of(
                "name",
                Api.unique("Large"),
                "timeZone",
                "Europe/Lisbon",
                "holidays",
                holidays,
                "exceptions",
                exceptions));

    // Then
    assertThat(refusal.statusCode()).as(refusal.asString()).isEqualTo(400);
    assertThat(refusal.jsonPath().getString("errors[0].detail")).contains("500000 bytes");
  }

  @Test
  void allWrongFieldsAreNamedAtOnce() {
    // Given
    Map<String, @Nullable Object> body = with(with(agent(), "name", ""), "email", "ada");

    // When
    Response refusal = api.post("/api/v1/users", with(body, "capacity", -1));

    // Then
    assertThat(refusal.jsonPath().getList("errors.pointer"))
        .containsExactly("/capacity", "/email", "/name");
  }

  @TestFactory
  List<DynamicTest> brokenBodiesAreRefused() {
    Map<String, String> bodies =
        Map.of(
            "no body", "",
            "no JSON", "name: x",
            "cut off", "{\"name\": \"x\"",
            "array", "[]",
            "text", "\"x\"",
            "null", "null",
            "twice the same field", "{\"name\": \"x\", \"name\": \"y\"}",
            "something after the end", "{} {}",
            "deep nesting", "{\"settings\":" + "[".repeat(5000) + "]".repeat(5000) + "}");
    return bodies.entrySet().stream()
        .map(
            body ->
                DynamicTest.dynamicTest(
                    body.getKey(),
                    () -> {
                      Response refusal =
                          api.request().body(body.getValue()).post("/api/v1/accounts");
                      assertThat(refusal.statusCode()).isEqualTo(400);
                      assertThat(refusal.contentType()).startsWith("application/problem+json");
                    }))
        .toList();
  }

  @Test
  void bodiesBeyondTheLimitAreRefused() {
    // Given
    Map<String, @Nullable Object> body = with(account(), "name", "x".repeat(2_000_000));

    // When
    Response refusal = api.post("/api/v1/accounts", body);

    // Then
    assertThat(refusal.statusCode()).isEqualTo(413);
  }

  @Test
  void otherContentTypesAreRefused() {
    // Given
    String body = "name=x";

    // When
    Response refusal = api.request().contentType("text/plain").body(body).post("/api/v1/queues");

    // Then
    assertThat(refusal.statusCode()).isEqualTo(415);
  }

  @TestFactory
  List<DynamicTest> wrongQueryParametersAreNamed() {
    Map<String, String> queries =
        Map.of(
            "limit=0", "limit",
            "limit=201", "limit",
            "limit=many", "limit",
            "after=x", "after",
            "name=%00", "name");
    return queries.entrySet().stream()
        .map(
            query ->
                DynamicTest.dynamicTest(
                    query.getKey(),
                    () -> {
                      Response refusal =
                          api.request()
                              .urlEncodingEnabled(false)
                              .get("/api/v1/users?" + query.getKey());
                      assertThat(refusal.statusCode()).isEqualTo(400);
                      assertThat(refusal.jsonPath().getList("errors.pointer"))
                          .containsExactly(query.getValue());
                    }))
        .toList();
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    // Given
    List<String> paths =
        List.of(
            "/api/v1/accounts/" + UNKNOWN,
            "/api/v1/users/" + UUID.randomUUID(),
            "/api/v1/queues/nonsense",
            "/api/v1/nothing");

    // When
    List<Integer> statuses = paths.stream().map(path -> api.get(path).statusCode()).toList();

    // Then
    assertThat(statuses).containsOnly(404);
  }

  @Test
  void anotherIdInTheBodyThanInThePathIsRefused() {
    // Given
    Map<String, @Nullable Object> queue = queue();
    String id = api.created("/api/v1/queues", queue);

    // When
    Response refusal = api.put("/api/v1/queues/" + id, "*", with(queue, "id", UNKNOWN));

    // Then
    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.jsonPath().getList("errors.pointer")).containsExactly("/id");
  }

  @Test
  void providerAndChannelOfAnAccountStay() {
    // Given
    Map<String, @Nullable Object> account = account();
    String id = api.created("/api/v1/accounts", account);

    // When
    Response refusal = api.put("/api/v1/accounts/" + id, "*", with(account, "channel", "WHATSAPP"));

    // Then
    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.jsonPath().getList("errors.pointer")).containsExactly("/channel");
  }

  private void wrong(
      String name, String path, Map<String, @Nullable Object> body, int status, String pointer) {
    cases.add(
        DynamicTest.dynamicTest(
            path.substring("/api/v1/".length()) + ": " + name,
            () -> {
              Response refusal = api.post(path, body);
              assertThat(refusal.statusCode()).as(refusal.asString()).isEqualTo(status);
              assertThat(refusal.contentType()).startsWith("application/problem+json");
              assertThat(refusal.jsonPath().getString("type")).startsWith("urn:parley:problem:");
              assertThat(refusal.jsonPath().getList("errors.pointer", String.class))
                  .as(refusal.asString())
                  .contains(pointer);
            }));
  }

  private static String sid() {
    return "AC" + "0".repeat(32);
  }
}
