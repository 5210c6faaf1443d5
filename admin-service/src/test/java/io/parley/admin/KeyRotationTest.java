package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.channels.secrets.KeyUsage;
import io.parley.channels.secrets.Keyset;
import io.parley.channels.secrets.KeysetCommands;
import io.parley.channels.secrets.KeysetFile;
import io.parley.events.ConfigurationChanged;
import io.parley.events.Topic;
import io.parley.events.configuration.Account;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestKafka;
import io.parley.testing.TestSecrets;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keys are rotated by command, without a restart and without anybody noticing. */
@AdminTest
class KeyRotationTest {

  private static final String ACCOUNTS = "/api/v1/accounts";
  private static final String KEYS = "/api/v1/secrets/keys";

  private final Api api = Api.administrator();
  private final Path file = TestSecrets.keysetFile();
  private final KeysetCommands commands = new KeysetCommands(file, line -> {});

  @Test
  void everythingIsPutUnderThePromotedKeyAndTheOldOneCanGo() throws IOException {
    // Given
    Response created = api.post(ACCOUNTS, Api.account());
    String path = ACCOUNTS + "/" + created.path("id");
    long old = new KeysetFile(file).read().primaryId();
    long version = version();

    // When
    long fresh = commands.add();
    commands.promote(fresh);
    await().until(() -> isDoneUnder(fresh));
    commands.remove(old, KeyUsage.of(api.get(KEYS).asString()));
    await().until(() -> !api.get(KEYS).asString().contains("\"id\":" + old + ","));

    // Then
    assertThat(
            TestDatabase.number(
                "select count(*) from (select key_id from sealed_field where name != 'password' union all"
                    + " select key_id from creation union all select key_id from signing_key) s"
                    + " where key_id is distinct from ?",
                fresh))
        .isZero();
    assertThat(lastPublished(created.path("id")).secrets())
        .allSatisfy((field, ciphertext) -> assertThat(Keyset.keyIdOf(ciphertext)).hasValue(fresh));
    assertThat(version()).isGreaterThan(version);
    assertThat(api.get(path).header("ETag")).isEqualTo(created.header("ETag"));
    assertThat(api.get(path).jsonPath().getMap("secrets"))
        .isEqualTo(created.jsonPath().getMap("secrets"));
  }

  @Test
  void callersNoticeNothingOfARotation() throws IOException {
    // Given
    Map<String, @Nullable Object> account = Api.with(Api.account(), "id", UUID.randomUUID());
    Response created = api.post(ACCOUNTS, account);

    // When
    long fresh = commands.add();
    commands.promote(fresh);
    await().until(() -> isDoneUnder(fresh));

    // Then
    assertThat(api.post(ACCOUNTS, account).statusCode()).isEqualTo(201);
    assertThat(
            api.put(
                    created.header("Location"),
                    created.header("ETag"),
                    Api.with(account, "name", Api.unique("New")))
                .statusCode())
        .isEqualTo(200);
    assertThat(Api.administrator().get(KEYS).statusCode()).isEqualTo(200);
  }

  @Test
  void keyThatOpensValuesSaysHowMany() throws IOException {
    // Given
    api.post(ACCOUNTS, Api.account());

    // When
    Map<String, Object> primary =
        api.get(KEYS).jsonPath().getMap("keys.find { it.primary == true }");

    // Then
    assertThat(primary)
        .containsEntry("status", "ENABLED")
        .containsEntry("id", api.get(KEYS).jsonPath().get("primaryKeyId"));
    assertThat(((Number) Objects.requireNonNull(primary.get("values"))).longValue()).isPositive();
    assertThat(api.get(KEYS).asString()).doesNotContain("keyData");
  }

  @Test
  void brokenKeysetFileIsReportedOnceAndTheOldOneStaysInForce() throws IOException {
    // Given
    String whole = Files.readString(file);
    try (CapturedLog log = new CapturedLog()) {

      // When
      Files.writeString(file, "{\"primaryKeyId\": 7, \"key\": [{\"planted\": \"material\"}]}");
      await().until(() -> log.text().contains("Keyset file cannot be used"));
      Response created = api.post(ACCOUNTS, Api.account());

      // Then
      assertThat(created.statusCode()).isEqualTo(201);
      assertThat(log.text()).doesNotContain("material").containsOnlyOnce("Keyset file cannot be");
    } finally {
      Files.writeString(file, whole);
    }
  }

  private boolean isDoneUnder(long key) {
    Response keys = api.get(KEYS);
    return keys.jsonPath().getBoolean("done") && keys.jsonPath().getLong("primaryKeyId") == key;
  }

  private long version() {
    return api.get("/api/v1/configuration/version").jsonPath().getLong("version");
  }

  private static Account lastPublished(String id) {
    List<Account> published =
        TestKafka.data(Topic.CONFIGURATION, ConfigurationChanged.class).stream()
            .filter(changed -> changed.id().toString().equals(id))
            .map(changed -> (Account) Objects.requireNonNull(changed.data()))
            .toList();
    return published.getLast();
  }
}
