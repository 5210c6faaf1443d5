package io.parley.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.secrets.SecretCipher;
import io.parley.platform.webhook.WebhookAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLinksTest {

  private static final UUID FILE = UUID.fromString("01998f2e-6a3b-7c11-9d42-5e0f1a2b3c4d");

  private final MovableClock clock = new MovableClock();
  private final SecretCipher cipher = SecretCipher.ofKeyset(SecretCipher.newKeyset());
  private final FileLinks links = links(cipher);

  @Test
  void aLinkOpensItsFile() {
    URI link = links.link(FILE, "Rechnung März.pdf", Duration.ofMinutes(10));

    assertThat(link.toString())
        .startsWith("https://parley.example/in/files/")
        .endsWith("/Rechnung%20M%C3%A4rz.pdf");
    assertThat(links.open(token(link))).contains(FILE);
  }

  @Test
  void aLinkEndsWithItsTime() {
    // Given
    String token = token(links.link(FILE, "a.pdf", Duration.ofMinutes(10)));

    // When, Then
    clock.advance(Duration.ofMinutes(9));
    assertThat(links.open(token)).contains(FILE);
    clock.advance(Duration.ofMinutes(1));
    assertThat(links.open(token)).isEmpty();
  }

  @Test
  void aLinkOfOtherKeysDoesNotOpen() {
    FileLinks others = links(SecretCipher.ofKeyset(SecretCipher.newKeyset()));

    assertThat(links.open(token(others.link(FILE, "a.pdf", Duration.ofDays(1))))).isEmpty();
  }

  @Test
  void aChangedTokenDoesNotOpen() {
    // Given
    byte[] token =
        Base64.getUrlDecoder().decode(token(links.link(FILE, "a.pdf", Duration.ofDays(1))));

    // When, Then
    for (int at = 0; at < token.length; at++) {
      byte[] changed = token.clone();
      changed[at] ^= 1;
      assertThat(links.open(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
          .isEmpty();
    }
  }

  @Test
  void aSecretFieldDoesNotOpenAsALink() {
    String secret = cipher.encrypt(FILE, "key", "0123456789abcdef01234567");

    assertThat(links.open(secret.replace('+', '-').replace('/', '_'))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "not base64!", "AAAA", "../../etc/passwd"})
  void whatIsNoTokenDoesNotOpen(String token) {
    assertThat(links.open(token)).isEmpty();
  }

  @Test
  void twoLinksToOneFileDiffer() {
    assertThat(links.link(FILE, "a.pdf", Duration.ofDays(1)))
        .isNotEqualTo(links.link(FILE, "a.pdf", Duration.ofDays(1)));
  }

  @Test
  void aNameCannotChangeThePath() {
    URI link = links.link(FILE, "../../a?b#c/d e.pdf", Duration.ofDays(1));

    assertThat(link.getRawPath().split("/")).hasSize(5);
    assertThat(link.getRawQuery()).isNull();
  }

  private FileLinks links(SecretCipher keys) {
    return new FileLinks(
        keys,
        Settings.of(
            WebhookAddress.class,
            Map.of("parley.webhooks.public-url", "https://parley.example/in/")),
        clock);
  }

  private static String token(URI link) {
    String[] segments = link.getRawPath().split("/");
    return segments[segments.length - 2];
  }
}
