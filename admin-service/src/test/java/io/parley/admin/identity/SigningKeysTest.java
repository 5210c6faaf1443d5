package io.parley.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.admin.AdminTest;
import io.parley.channels.secrets.SecretCipher;
import io.parley.platform.database.Database;
import io.parley.testing.TestDatabase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jose4j.jwk.JsonWebKeySet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same keys for all instances, one after the other. */
@AdminTest
class SigningKeysTest {

  private final SigningKeys present;
  private final Database database;
  private final SecretCipher cipher;
  private final TokenConfiguration configuration;
  private List<Map<String, @Nullable Object>> kept = List.of();

  @Inject
  SigningKeysTest(
      SigningKeys present,
      Database database,
      SecretCipher cipher,
      TokenConfiguration configuration) {
    this.present = present;
    this.database = database;
    this.cipher = cipher;
    this.configuration = configuration;
  }

  @BeforeEach
  void keep() {
    kept = TestDatabase.query("select id, jwk, signs_from from signing_key");
  }

  @AfterEach
  void putBack() {
    TestDatabase.update("delete from signing_key");
    for (Map<String, @Nullable Object> row : kept) {
      TestDatabase.update(
          "insert into signing_key (id, jwk, signs_from) values (?, ?, ?)",
          Objects.requireNonNull(row.get("id")),
          Objects.requireNonNull(row.get("jwk")),
          Objects.requireNonNull(row.get("signs_from")));
    }
    present.look();
  }

  @Test
  void restartedInstanceHasTheSameKeys() {
    // Given
    String before = present.keySet();

    // When
    SigningKeys restarted = instance(Instant.now());

    // Then
    assertThat(restarted.keySet()).isEqualTo(before);
  }

  @Test
  void instancesThatStartAtOnceForTheFirstTimeAgreeOnOneKey() throws Exception {
    // Given
    TestDatabase.update("delete from signing_key");
    Instant now = Instant.now();

    // When
    Set<String> keySets = new HashSet<>();
    Callable<String> start = () -> instance(now).keySet();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> instances =
          new ArrayList<>(threads.invokeAll(Collections.nCopies(8, start)));
      for (Future<String> instance : instances) {
        keySets.add(instance.get());
      }
    }

    // Then
    assertThat(keySets).hasSize(1).doesNotContain(present.keySet());
  }

  @Test
  void nextKeyIsPublishedBeforeItSignsAndTheFormerStaysForItsTokens() throws Exception {
    // Given
    String former = present.signing().id();
    Instant turn = present.signing().signsFrom().plus(Duration.ofDays(30));

    // When
    SigningKeys published = instance(turn.minusSeconds(60));
    SigningKeys signing = instance(turn.plus(Duration.ofMinutes(8)));
    SigningKeys over = instance(turn.plus(Duration.ofMinutes(30)));

    // Then
    assertThat(ids(published)).hasSize(2).contains(former);
    assertThat(published.signing().id()).isEqualTo(former);
    assertThat(ids(signing)).isEqualTo(ids(published));
    assertThat(signing.signing().id()).isNotEqualTo(former);
    assertThat(ids(over)).containsExactly(signing.signing().id());
  }

  @Test
  void instanceThatRunsLearnsOfTheKeyThatAnotherHasMade() throws Exception {
    // Given
    String before = present.keySet();
    instance(present.signing().signsFrom().plus(Duration.ofDays(30)).minusSeconds(60));

    // When
    present.look();

    // Then
    assertThat(present.keySet()).isNotEqualTo(before);
    assertThat(ids(present)).hasSize(2);
  }

  @Test
  void privateKeyIsStoredEncrypted() {
    // Given
    String stored =
        String.valueOf(TestDatabase.query("select jwk from signing_key").get(0).get("jwk"));

    // When
    String opened = cipher.decrypt(new java.util.UUID(0, 1), "signing-key", stored);

    // Then
    assertThat(stored).doesNotContain("\"d\"").isNotEqualTo(opened);
    assertThat(opened).contains("\"d\"");
  }

  private SigningKeys instance(Instant now) {
    return new SigningKeys(database, cipher, configuration, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Set<String> ids(SigningKeys keys) throws Exception {
    Set<String> ids = new HashSet<>();
    new JsonWebKeySet(keys.keySet()).getJsonWebKeys().forEach(key -> ids.add(key.getKeyId()));
    return ids;
  }
}
