package io.parley.ingress.webhook;

import static io.parley.ingress.IngressFixture.ACCOUNT_SID;
import static io.parley.ingress.IngressFixture.BASE;
import static io.parley.ingress.IngressFixture.OUR_NUMBER;
import static io.parley.ingress.IngressFixture.newSid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.channels.secrets.Keyset;
import io.parley.channels.secrets.KeysetFile;
import io.parley.channels.secrets.SecretCipher;
import io.parley.events.Channel;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.ingress.IngressFixture;
import io.parley.testing.ConfigurationTopic;
import io.parley.testing.ServersResource;
import io.parley.testing.TestSecrets;
import io.parley.testing.twilio.TwilioWebhooks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What opens an account may change while its configuration stays. */
@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class ChangingSecretsTest {

  private final UUID id = UUID.randomUUID();
  private final String key = "ch_" + id;
  private final Path file = TestSecrets.folder().resolve("twilio-" + id);

  @BeforeEach
  void account() {
    IngressFixture.configure();
  }

  @Test
  void accountWhoseReferenceDoesNotResolveIsUnavailableUntilItDoes() throws IOException {
    // Given
    publish(TestSecrets.cipher(), "${file:" + file.getFileName() + "}");
    await().until(() -> post("first-token") == 503);

    // When
    Files.writeString(file, "first-token\n");

    // Then
    await().untilAsserted(() -> assertThat(post("first-token")).isEqualTo(200));
  }

  @Test
  void changedFileIsTheSecretSoonAndWithoutARestart() throws IOException {
    // Given
    Files.writeString(file, "first-token");
    publish(TestSecrets.cipher(), "${file:" + file.getFileName() + "}");
    await().until(() -> post("first-token") == 200);

    // When
    Files.writeString(file, "second-token");

    // Then
    await().untilAsserted(() -> assertThat(post("second-token")).isEqualTo(200));
    assertThat(post("first-token")).isEqualTo(403);
  }

  @Test
  void accountUnderAKeyThatIsNotKnownYetOpensWhenTheKeysetFileHasIt() throws IOException {
    // Given
    KeysetFile keys = new KeysetFile(TestSecrets.keysetFile());
    Path elsewhere = Files.createTempFile("parley-keyset", ".json");
    Files.writeString(elsewhere, Files.readString(TestSecrets.keysetFile()));
    KeysetFile ahead = new KeysetFile(elsewhere);
    ahead.change(Keyset::withNewKey);
    ahead.change(keyset -> keyset.withPrimary(keyset.keys().getLast().id()));
    publish(SecretCipher.ofKeyset(Files.readString(elsewhere)), "first-token");
    await().until(() -> post("first-token") == 503);

    // When
    keys.change(keyset -> read(ahead));

    // Then
    await().untilAsserted(() -> assertThat(post("first-token")).isEqualTo(200));
  }

  private static Keyset read(KeysetFile file) {
    try {
      return file.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void publish(SecretCipher cipher, String token) {
    ConfigurationTopic.publish(
        new Account(
            id,
            key,
            "twilio",
            Channel.SMS,
            key,
            Map.of("accountSid", ACCOUNT_SID),
            Map.of("authToken", cipher.encrypt(id, "authToken", token))),
        new ChannelAddress(
            UUID.randomUUID(), id, Channel.SMS, OUR_NUMBER, "Test", SenderType.LONG_CODE));
  }

  private int post(String token) {
    return IngressFixture.post(
            new TwilioWebhooks(ACCOUNT_SID, token)
                .message(
                    BASE + "/webhooks/twilio/" + key, "+12065550142", OUR_NUMBER, "Hi", newSid()))
        .statusCode();
  }
}
