package io.parley.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.admin.AdminTest;
import io.parley.channels.secrets.SecretCipher;
import io.parley.platform.database.Database;
import io.parley.testing.TestDatabase;
import jakarta.inject.Inject;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One key for all instances and for all time. */
@AdminTest
class SigningKeyTest {

  private final SigningKey present;
  private final Database database;
  private final SecretCipher cipher;

  @Inject
  SigningKeyTest(SigningKey present, Database database, SecretCipher cipher) {
    this.present = present;
    this.database = database;
    this.cipher = cipher;
  }

  @Test
  void restartedInstanceHasTheSameKey() {
    // Given
    String before = present.keySet();

    // When
    SigningKey restarted = new SigningKey(database, cipher);

    // Then
    assertThat(restarted.keySet()).isEqualTo(before);
  }

  @Test
  void instancesThatStartAtOnceForTheFirstTimeAgreeOnOneKey() throws Exception {
    // Given
    List<Map<String, @Nullable Object>> kept = TestDatabase.query("select jwk from signing_key");
    TestDatabase.update("delete from signing_key");

    try {
      // When
      Set<String> keySets = new HashSet<>();
      Callable<String> start = () -> new SigningKey(database, cipher).keySet();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<String>> instances =
            new ArrayList<>(threads.invokeAll(Collections.nCopies(8, start)));
        for (Future<String> instance : instances) {
          keySets.add(instance.get());
        }
      }

      // Then
      assertThat(keySets).hasSize(1).doesNotContain(present.keySet());
    } finally {
      TestDatabase.update(
          "update signing_key set jwk = ?", Objects.requireNonNull(kept.get(0).get("jwk")));
    }
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
}
