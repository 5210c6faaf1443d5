package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.secrets.SecretCipher;
import io.parley.events.ConfigurationChanged;
import io.parley.events.Topic;
import io.parley.events.configuration.Account;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestKafka;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Read and update of each secret field are permissions of their own (channels-and-accounts.md §9).
 */
@AdminTest
class SecuredFieldsTest {

  private static final String PROFILES = "/api/v1/field-security-profiles";

  @Inject SecretCipher cipher;

  private final Api api = Api.administrator();
  private final String account = api.created("/api/v1/accounts", Api.account());
  private final String path = "/api/v1/accounts/" + account;
  private final String token = path + "/secrets/authToken";
  private @Nullable String profile;

  @AfterEach
  void withoutProfile() {
    if (profile != null) {
      api.delete(PROFILES + "/" + profile, "*");
    }
  }

  @Test
  void nobodyReadsAValueWithoutAGrant() {
    // Given
    Api supervisor = signedIn(Api.user("SUPERVISOR"));

    // When
    Response refusal = api.get(token);

    // Then
    assertThat(refusal.statusCode()).isEqualTo(403);
    assertThat(refusal.jsonPath().getString("detail")).contains("permission to read");
    assertThat(supervisor.get(token).statusCode()).isEqualTo(403);
    assertThat(supervisor.get(path + "/secrets").statusCode()).isEqualTo(200);
    assertThat(signedIn(Api.agent()).get(path + "/secrets").statusCode()).isEqualTo(403);
  }

  @Test
  void memberReadsTheValueAndStandsInTheAudit() {
    // Given
    Api agent = member(true, false);

    // When
    Response value = agent.get(token);

    // Then
    assertThat(value.statusCode()).isEqualTo(200);
    assertThat(value.jsonPath().getString("value")).isEqualTo(Api.TOKEN_PLANTED);
    assertThat(value.header("Cache-Control")).isEqualTo("no-store");
    assertThat(
            TestDatabase.number(
                "select count(*) from audit where action = 'SECRET_READ' and object_id = '"
                    + account
                    + "'"))
        .isEqualTo(1);
    assertThat(agent.put(token, "*", Map.of("value", "another-token")).statusCode()).isEqualTo(403);
    assertThat(agent.get(path + "/secrets/secondaryAuthToken").statusCode()).isEqualTo(403);
  }

  @Test
  void stateSaysWhatIsSetAndWhatMayBeDone() {
    // Given
    Api agent = member(true, false);

    // When
    Response states = agent.get(path + "/secrets");

    // Then
    String field = "items.find { it.field == 'authToken' }";
    assertThat(states.jsonPath().getBoolean(field + ".set")).isTrue();
    assertThat(states.jsonPath().getBoolean(field + ".mayRead")).isTrue();
    assertThat(states.jsonPath().getBoolean(field + ".mayUpdate")).isFalse();
    assertThat(states.asString()).doesNotContain(Api.TOKEN_PLANTED);
  }

  @Test
  void administratorSetsAValueUntilAProfileGrantsItToOthers() {
    // Given
    Map<String, Object> value = Map.of("value", "another-token");
    Map<String, Object> patch = Map.of("secrets", Map.of("authToken", "a-third-token"));

    // When
    int before = api.put(token, "*", value).statusCode();
    Api agent = member(false, true);
    Response after = api.put(token, "*", value);
    Response patched = api.patch(path, "*", patch);

    // Then
    assertThat(before).isEqualTo(200);
    assertThat(after.statusCode()).isEqualTo(403);
    assertThat(after.jsonPath().getString("detail")).contains("permission to update");
    assertThat(patched.statusCode()).isEqualTo(403);
    assertThat(patched.jsonPath().getString("errors[0].pointer")).isEqualTo("/secrets/authToken");
    assertThat(agent.put(token, "*", value).statusCode()).isEqualTo(200);
    assertThat(agent.get(token).statusCode()).isEqualTo(403);
    assertThat(api.patch(path, "*", Map.of("description", "x")).statusCode()).isEqualTo(200);
  }

  @Test
  void rotatedSecretIsPublishedWithTheOneBeforeUntilItsGracePeriodEnds() {
    // Given
    Map<String, Object> body = Map.of("value", "rotated-token", "grace", "PT2S");

    // When
    Response rotated = api.post(token + "/rotation", body);

    // Then
    assertThat(rotated.statusCode()).as(rotated.asString()).isEqualTo(200);
    assertThat(rotated.jsonPath().getString("previousAcceptedUntil")).isNotNull();
    Awaitility.await()
        .until(
            () ->
                Optional.ofNullable(published())
                    .map(Account::previousSecrets)
                    .orElse(Map.of())
                    .containsKey("authToken"));
    Account during = Objects.requireNonNull(published());
    assertThat(opened(during.secrets().get("authToken"))).isEqualTo("rotated-token");
    assertThat(
            opened(Objects.requireNonNull(during.previousSecrets().get("authToken")).ciphertext()))
        .isEqualTo(Api.TOKEN_PLANTED);
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(Objects.requireNonNull(published()).previousSecrets()).isEmpty());
    assertThat(api.get(path).header("ETag")).isEqualTo(rotated.header("ETag"));
  }

  @Test
  void rotatedKeyGivesNewUrlsAndTheOldOnesAreTakenForAWhile() {
    // Given
    String before = api.get(path).jsonPath().getString("callbackUrls[0].url");

    // When
    Response rotated = api.post(path + "/key/rotation", Map.of("grace", "PT2S"));

    // Then
    assertThat(rotated.statusCode()).as(rotated.asString()).isEqualTo(200);
    assertThat(rotated.jsonPath().getString("callbackUrls[0].url")).isNotEqualTo(before);
    assertThat(Instant.parse(rotated.jsonPath().getString("previousAcceptedUntil"))).isNotNull();
    Awaitility.await()
        .until(() -> Optional.ofNullable(published()).map(Account::previousAccountKey).isPresent());
    assertThat(before)
        .endsWith(
            Objects.requireNonNull(Objects.requireNonNull(published()).previousAccountKey())
                .accountKey());
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(Objects.requireNonNull(published()).previousAccountKey()).isNull());
  }

  @Test
  void wrongRotationsAreRefusedWithThePlace() {
    // Given
    String rotation = token + "/rotation";

    // When
    List<Response> refusals =
        List.of(
            api.post(rotation, Map.of("value", "x y z")),
            api.post(rotation, Map.of("grace", "PT1H")),
            api.post(rotation, Map.of("value", "fine-token", "grace", "P31D")),
            api.post(rotation, Map.of("value", "fine-token", "grace", "PT0.5S")),
            api.post(path + "/key/rotation", Map.of("grace", "PT-1S")),
            api.put(token, "*", Map.of("value", 17)));

    // Then
    assertThat(refusals).extracting(Response::statusCode).containsOnly(400);
    assertThat(refusals)
        .extracting(refusal -> refusal.jsonPath().getString("errors[0].pointer"))
        .containsExactly("/value", "/value", "/grace", "/grace", "/grace", "/value");
    assertThat(api.put(path + "/secrets/pin", "*", Map.of("value", "abc")).statusCode())
        .isEqualTo(404);
    assertThat(api.put(token, "\"0\"", Map.of("value", "fine-token")).statusCode()).isEqualTo(412);
  }

  @Test
  void botHasSecretFieldsOfItsOwn() {
    // Given
    String bot =
        api.created(
            "/api/v1/bots",
            Map.of(
                "name",
                Api.unique("Bot"),
                "language",
                "en",
                "webhook",
                Map.of("url", "https://bot.example.org/")));
    String secrets = "/api/v1/bots/" + bot + "/secrets";

    // When
    Response set = api.put(secrets + "/signingSecret", "*", Map.of("value", "planted-signing"));

    // Then
    assertThat(set.statusCode()).as(set.asString()).isEqualTo(200);
    assertThat(api.get(secrets).jsonPath().getList("items.field"))
        .containsExactly("apiKey", "signingSecret");
    assertThat(api.get(secrets + "/signingSecret").statusCode()).isEqualTo(403);
    assertThat(
            api.post(secrets + "/signingSecret/rotation", Map.of("value", "planted-signing-2"))
                .jsonPath()
                .getString("previousAcceptedUntil"))
        .isNotNull();
    assertThat(api.put(secrets + "/apiKey", "*", Map.of("value", "short")).statusCode())
        .isEqualTo(400);
  }

  private Api member(boolean read, boolean update) {
    Map<String, @Nullable Object> user = Api.agent();
    String id = api.created("/api/v1/users", user);
    profile =
        api.created(
            PROFILES,
            Map.of(
                "name",
                Api.unique("Profile"),
                "members",
                List.of(id),
                "grants",
                List.of(
                    Map.of(
                        "kind",
                        "ACCOUNT",
                        "provider",
                        "twilio",
                        "field",
                        "authToken",
                        "read",
                        read,
                        "update",
                        update))));
    return Api.signedInAs(String.valueOf(user.get("email")), String.valueOf(user.get("password")));
  }

  private Api signedIn(Map<String, @Nullable Object> user) {
    api.created("/api/v1/users", user);
    return Api.signedInAs(String.valueOf(user.get("email")), String.valueOf(user.get("password")));
  }

  private @Nullable Account published() {
    return TestKafka.data(Topic.CONFIGURATION, ConfigurationChanged.class).stream()
        .filter(change -> change.id().toString().equals(account))
        .reduce((earlier, later) -> later)
        .map(change -> (Account) change.data())
        .orElse(null);
  }

  private String opened(@Nullable String ciphertext) {
    return cipher.decrypt(
        UUID.fromString(account), "authToken", Objects.requireNonNull(ciphertext));
  }
}
