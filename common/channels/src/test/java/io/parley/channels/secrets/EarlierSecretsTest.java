package io.parley.channels.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.OpenAccount;
import io.parley.events.Channel;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.Account.PreviousSecret;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EarlierSecretsTest {

  private static final UUID ID = UUID.randomUUID();
  private static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");
  private static final Map<String, String> ENVIRONMENT = Map.of("PARLEY_SECRET_OLD", "looked-up");
  private static final Instant SOON = NOW.plusSeconds(60);

  private final SecretCipher cipher = SecretCipher.ofKeyset(SecretCipher.newKeyset());
  private final AccountVault vault =
      new AccountVault(
          cipher,
          new SecretReferences(
              "PARLEY_SECRET_", Optional.empty(), ENVIRONMENT::get, Clock.systemUTC()));

  @Test
  void earlierValuesAreOfferedOneByOneAndThenTogetherUntilTheyEnd() {
    // Given
    OpenAccount account =
        vault.open(
            account(
                Map.of(
                    "password", previous("password", "old-password", SOON),
                    "token", previous("token", "old-token", SOON),
                    "ended", previous("ended", "old", NOW))),
            List.of());

    // When
    List<Set<String>> rotations = account.rotations(NOW);

    // Then
    assertThat(rotations)
        .containsExactly(Set.of("password"), Set.of("token"), Set.of("password", "token"));
    assertThat(account.before(Set.of("token")).secrets())
        .containsEntry("token", "old-token")
        .containsEntry("password", "new-password");
    assertThat(account.rotations(SOON)).isEmpty();
  }

  @Test
  void earlierValueThatDoesNotOpenIsLeftOut() {
    // Given
    PreviousSecret foreign =
        new PreviousSecret(cipher.encrypt(UUID.randomUUID(), "token", "x"), SOON);

    // When
    OpenAccount account = vault.open(account(Map.of("token", foreign)), List.of());

    // Then
    assertThat(account.secret("token")).isEqualTo("new-token");
    assertThat(account.rotations(NOW)).isEmpty();
  }

  @Test
  void earlierValueMayBeAReference() {
    // Given
    Account account = account(Map.of("token", previous("token", "${env:PARLEY_SECRET_OLD}", SOON)));

    // When
    OpenAccount open = vault.open(account, List.of());

    // Then
    assertThat(open.before(Set.of("token")).secret("token")).isEqualTo("looked-up");
    assertThat(vault.mayChange(account)).isTrue();
  }

  @Test
  void nothingThatOpensIsInTheText() {
    // When
    OpenAccount account =
        vault.open(account(Map.of("token", previous("token", "old-token", SOON))), List.of());

    // Then
    assertThat(account.toString() + account.earlier()).doesNotContain("old-token", "new-token");
  }

  private PreviousSecret previous(String field, String secret, Instant until) {
    return new PreviousSecret(cipher.encrypt(ID, field, secret), until);
  }

  private Account account(Map<String, PreviousSecret> previous) {
    return new Account(
        ID,
        "Test",
        "twilio",
        Channel.SMS,
        "key",
        Map.of(),
        Map.of(
            "token", cipher.encrypt(ID, "token", "new-token"),
            "password", cipher.encrypt(ID, "password", "new-password")),
        previous,
        null);
  }
}
