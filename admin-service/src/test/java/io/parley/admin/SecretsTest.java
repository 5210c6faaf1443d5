package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.Topic;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestKafka;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Secrets are write-only, and nowhere in clear (design/architecture.md §4 rule 4). */
@AdminTest
class SecretsTest {

  private static final String ACCOUNTS = "/api/v1/accounts";

  private final Api api = Api.administrator();
  private final List<Response> responses = new ArrayList<>();

  @Test
  void plantedSecretsAreNowhereInClear() {
    // Given
    String token = "planted-token-" + UUID.randomUUID();
    String rotated = "planted-rotated-" + UUID.randomUUID();
    String refused = "planted refused " + UUID.randomUUID();
    String misplaced = "planted-misplaced-" + UUID.randomUUID();
    String password = "planted-password-" + UUID.randomUUID();
    String shortOne = "plant-7xq3";
    String typedAsEmail = "planted-email-" + UUID.randomUUID();
    String number = "873645920187364";
    String later = "planted-later-" + UUID.randomUUID();
    String bots = "planted-bots-" + UUID.randomUUID();
    Map<String, @Nullable Object> account = secrets(Map.of("authToken", token));
    Map<String, @Nullable Object> user = Api.with(Api.agent(), "password", password);

    try (CapturedLog log = new CapturedLog()) {
      // When
      String id = keep(api.post(ACCOUNTS, account)).path("id");
      String path = ACCOUNTS + "/" + id;
      keep(api.put(path, "*", Api.with(account, "secrets", Map.of("authToken", rotated))));
      keep(api.get(path));
      keep(api.post(path + "/validate", Map.of()));
      keep(api.post(path + "/secrets/authToken/rotation", Map.of("value", later)));
      keep(api.post(path + "/secrets/pin/rotation", Map.of("value", later)));
      keep(api.put(path + "/secrets/authToken", "*", Map.of("value", List.of(later))));
      keep(api.put(path + "/secrets/authToken", "*", Map.of("worth", later, "value", later)));
      keep(api.get(path + "/secrets"));
      keep(api.get(path + "/secrets/authToken"));
      keep(api.post("/api/v1/bots", bot(bots)));
      keep(api.post("/api/v1/bots", Api.with(bot(bots), "language", bots)));
      keep(api.get(ACCOUNTS));
      keep(api.post(ACCOUNTS, secrets(Map.of("authToken", refused))));
      keep(api.post(ACCOUNTS, secrets(Map.of("authToken", Long.valueOf(number)))));
      keep(api.post(ACCOUNTS, secrets(List.of(misplaced))));
      keep(api.post(ACCOUNTS, Api.with(account, "settings", Map.of("authToken", misplaced))));
      keep(api.post(ACCOUNTS, Api.with(account, "password", misplaced)));
      keep(api.post(ACCOUNTS, Api.with(account, "id", misplaced)));
      keep(api.post(ACCOUNTS, Api.with(account, "channel", misplaced)));
      keep(
          api.request()
              .body("{\"secrets\": {\"authToken\": \"" + token + "\" oops")
              .post(ACCOUNTS));
      keep(api.post("/api/v1/users", user));
      keep(api.post("/api/v1/users", Api.with(Api.agent(), "password", shortOne)));
      keep(api.get("/api/v1/users"));
      keep(Api.signIn(String.valueOf(user.get("email")), password));
      keep(Api.signIn(String.valueOf(user.get("email")), token));
      keep(Api.signIn(typedAsEmail, password));
      Awaitility.await().until(() -> TestDatabase.number("select count(*) from outbox") == 0);

      // Then
      List<String> planted =
          List.of(
              token,
              rotated,
              refused,
              misplaced,
              password,
              shortOne,
              typedAsEmail,
              number,
              later,
              bots);
      assertThat(responses).extracting(Response::statusCode).doesNotContain(500);
      assertThat(everywhere(log)).allSatisfy(text -> assertThat(text).doesNotContain(planted));
    }
  }

  @Test
  void callerLearnsThatASecretIsSetAndWhen() {
    // Given
    Response created = api.post(ACCOUNTS, Api.account());

    // When
    Map<String, Map<String, Object>> secrets = created.jsonPath().getMap("secrets");

    // Then
    assertThat(secrets.get("authToken")).containsEntry("set", true).containsKey("setAt");
    assertThat(secrets.get("secondaryAuthToken")).containsEntry("set", false);
    assertThat(created.asString()).doesNotContain("accountKey");
  }

  @Test
  void secretThatIsLeftOutStays() {
    // Given
    Map<String, @Nullable Object> account = Api.account();
    Response created = api.post(ACCOUNTS, account);

    // When
    Response replaced = api.put(created.header("Location"), "*", Api.without(account, "secrets"));

    // Then
    assertThat(replaced.statusCode()).isEqualTo(200);
    assertThat(replaced.jsonPath().getMap("secrets"))
        .isEqualTo(created.jsonPath().getMap("secrets"));
  }

  @Test
  void optionalSecretCanBeRemovedAndARequiredOneCannot() {
    // Given
    Map<String, @Nullable Object> account =
        secrets(Map.of("authToken", "first-token", "secondaryAuthToken", "second-token"));
    String path = api.post(ACCOUNTS, account).header("Location");

    // When
    Response removed =
        api.put(path, "*", Api.with(account, "secrets", nothing("secondaryAuthToken")));
    Response refused = api.put(path, "*", Api.with(account, "secrets", nothing("authToken")));

    // Then
    assertThat(removed.jsonPath().getBoolean("secrets.secondaryAuthToken.set")).isFalse();
    assertThat(removed.jsonPath().getBoolean("secrets.authToken.set")).isTrue();
    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @Test
  void urlsToPasteHoldTheAccountsKeyWhichNeverChanges() {
    // Given
    Map<String, @Nullable Object> account = Api.account();
    Response created = api.post(ACCOUNTS, account);

    // When
    Response replaced =
        api.put(created.header("Location"), "*", Api.with(account, "name", Api.unique("New")));

    // Then
    assertThat(replaced.jsonPath().getList("callbackUrls.purpose"))
        .containsExactly("INBOUND", "STATUS");
    assertThat(replaced.jsonPath().getList("callbackUrls.url", String.class))
        .isEqualTo(created.jsonPath().getList("callbackUrls.url", String.class))
        .satisfies(
            urls -> {
              assertThat(urls.get(0)).matches("http://.+/webhooks/twilio/[A-Za-z0-9_-]{43}");
              assertThat(urls.get(1)).isEqualTo(urls.get(0) + "/status");
            });
  }

  private static Map<String, @Nullable Object> secrets(Object secrets) {
    return Api.with(Api.account(), "secrets", secrets);
  }

  private static Map<String, @Nullable Object> bot(String secret) {
    return Map.of(
        "name",
        Api.unique("Bot"),
        "language",
        "en",
        "webhook",
        Map.of("url", "https://bot.example.org/"),
        "secrets",
        Map.of("apiKey", secret, "signingSecret", secret));
  }

  private static Map<String, @Nullable Object> nothing(String secret) {
    Map<String, @Nullable Object> map = new java.util.HashMap<>();
    map.put(secret, null);
    return map;
  }

  private Response keep(Response response) {
    responses.add(response);
    return response;
  }

  private List<String> everywhere(CapturedLog log) {
    List<String> texts = new ArrayList<>();
    texts.add(log.text());
    responses.forEach(response -> texts.add(response.headers() + response.asString()));
    texts.add(Api.nobody().get("/q/metrics").asString());
    TestDatabase.query(
            "select table_name from information_schema.tables where table_schema = current_schema()")
        .forEach(
            table ->
                TestDatabase.query("select t::text as row from " + table.get("table_name") + " t")
                    .forEach(row -> texts.add(String.valueOf(row.get("row")))));
    Arrays.stream(Topic.values())
        .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
        .flatMap(topic -> TestKafka.records(topic).stream())
        .filter(record -> record.value() != null)
        .forEach(
            record ->
                texts.add(
                    record.key()
                        + record.headers()
                        + new String(record.value(), StandardCharsets.UTF_8)));
    return texts;
  }
}
