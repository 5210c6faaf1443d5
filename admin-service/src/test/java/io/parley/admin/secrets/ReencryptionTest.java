package io.parley.admin.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.admin.AdminTest;
import io.parley.admin.Api;
import io.parley.channels.secrets.Keyset;
import io.parley.channels.secrets.KeysetFile;
import io.parley.channels.secrets.SecretCipher;
import io.parley.events.ConfigurationChanged;
import io.parley.events.Topic;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestKafka;
import io.parley.testing.TestSecrets;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Many values, several at work, and values that do not open. */
@AdminTest
class ReencryptionTest {

  private static final int ACCOUNTS = 250;

  private final Reencryption reencryption;
  private final SecretCipher cipher;

  @Inject
  ReencryptionTest(Reencryption reencryption, SecretCipher cipher) {
    this.reencryption = reencryption;
    this.cipher = cipher;
  }

  @Test
  void severalAtWorkPublishEachAccountOnceWithItsSecretUnderThePrimaryKey() throws Exception {
    // Given
    Set<UUID> accounts = new HashSet<>();
    for (int i = 0; i < ACCOUNTS; i++) {
      accounts.add(account());
    }

    await().until(ReencryptionTest::outboxIsEmpty);
    long before = TestDatabase.number("select version from configuration_version");

    // When
    long fresh = promoteNewKey();
    Callable<Void> run =
        () -> {
          reencryption.run();
          return null;
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(Collections.nCopies(4, run));
    }
    await().until(() -> under(fresh) >= ACCOUNTS && outboxIsEmpty());

    // Then
    List<UUID> published = new ArrayList<>();
    for (ConfigurationChanged change :
        TestKafka.data(Topic.CONFIGURATION, ConfigurationChanged.class)) {
      if (accounts.contains(change.id()) && change.version() > before) {
        published.add(change.id());
      }
    }
    assertThat(published).hasSize(ACCOUNTS).doesNotHaveDuplicates();
  }

  @Test
  void valueThatDoesNotOpenStaysAndHoldsUpNoOther() throws IOException {
    // Given
    Keyset present = new KeysetFile(TestSecrets.keysetFile()).read();
    UUID whole = account();
    UUID broken = account();
    // Bound to another account, so it does not open here although its key is known.
    TestDatabase.update(
        "update sealed_field set ciphertext = ? where object_id = ?",
        cipher.encrypt(UUID.randomUUID(), "authToken", "elsewhere"),
        broken);
    TestDatabase.update(
        "update configuration_object set stored_version ="
            + " (select version + 1 from configuration_version) where id = ?",
        broken);
    TestDatabase.update("update configuration_version set version = version + 1");

    try {
      // When
      long fresh = promoteNewKey();
      await().until(() -> keyOf(whole) == fresh);

      // Then
      assertThat(keyOf(broken)).isEqualTo(present.primaryId());
    } finally {
      TestDatabase.update("delete from sealed_field where object_id = ?", broken);
    }
  }

  private static long promoteNewKey() throws IOException {
    KeysetFile file = new KeysetFile(TestSecrets.keysetFile());
    List<Keyset.Key> keys = file.change(Keyset::withNewKey).keys();
    return file.change(keyset -> keyset.withPrimary(keys.getLast().id())).primaryId();
  }

  private static UUID account() {
    return UUID.fromString(Api.administrator().created("/api/v1/accounts", Api.account()));
  }

  private static long under(long key) {
    return TestDatabase.number("select count(*) from sealed_field where key_id = ?", key);
  }

  private static long keyOf(UUID account) {
    return TestDatabase.number("select key_id from sealed_field where object_id = ?", account);
  }

  private static boolean outboxIsEmpty() {
    return TestDatabase.number("select count(*) from outbox") == 0;
  }
}
