package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.channels.secrets.KeysetCommands;
import io.parley.channels.secrets.SecretCipher;
import io.parley.events.Channel;
import io.parley.events.DeliveryState;
import io.parley.events.configuration.Account;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestSecrets;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The account's token stands in a file. */
@QuarkusTest
class ReferredSecretsTest extends Journey {

  private final Path file = TestSecrets.folder().resolve("twilio-" + UUID.randomUUID());

  @Override
  Business newBusiness() {
    Business plain = Business.on(Channel.SMS);
    return withStoredToken(plain, TestSecrets.cipher(), "${file:" + file.getFileName() + "}");
  }

  @Test
  void messageIsKeptUntilTheReferenceResolvesAndSaysWhyMeanwhile() throws IOException {
    // Given
    UUID message = reply("hello");
    await().until(() -> !reasons(message).isEmpty());

    // When
    Files.writeString(file, business.authToken() + "\n");
    awaitState(message, DeliveryState.DELIVERED);

    // Then
    assertThat(taken()).containsExactly("hello");
    assertThat(reasons(message))
        .contains("${file:" + file.getFileName() + "} does not resolve: there is no such file")
        .doesNotContain(business.authToken());
  }

  @Test
  void secretUnderAKeyThatIsAddedWhileTheServiceRunsIsOpened() throws IOException {
    // Given
    Business plain = Business.on(Channel.SMS);
    KeysetCommands commands = new KeysetCommands(TestSecrets.keysetFile(), line -> {});
    commands.promote(commands.add());
    business = withStoredToken(plain, TestSecrets.cipher(), plain.authToken());
    set(business);

    // When
    UUID message = reply("hello");
    awaitState(message, DeliveryState.DELIVERED);

    // Then
    assertThat(taken()).containsExactly("hello");
  }

  private static Business withStoredToken(Business plain, SecretCipher cipher, String token) {
    Account account = plain.account();
    return new Business(
        new Account(
            account.id(),
            account.name(),
            account.provider(),
            account.channel(),
            account.accountKey(),
            account.settings(),
            Map.of("authToken", cipher.encrypt(account.id(), "authToken", token))),
        plain.address(),
        plain.secrets());
  }

  private static String reasons(UUID message) {
    return TestDatabase.query(
            "select reason_text from attempt where message_id = ? and reason_text is not null",
            message)
        .toString()
        .replace("[]", "");
  }
}
