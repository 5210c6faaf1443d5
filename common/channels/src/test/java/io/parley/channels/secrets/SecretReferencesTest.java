package io.parley.channels.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.channels.OpenAccount;
import io.parley.channels.secrets.SecretReferences.Resolution;
import io.parley.events.Channel;
import io.parley.events.configuration.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferencesTest {

  private static final UUID ACCOUNT = new UUID(7, 7);

  private final StepClock clock = new StepClock();
  private Path outside;
  private Path folder;
  private SecretReferences references;

  @BeforeEach
  void inFolder(@TempDir Path empty) throws IOException {
    outside = empty;
    folder = Files.createDirectory(outside.resolve("secrets"));
    references =
        new SecretReferences(
            "PARLEY_SECRET_",
            Optional.of(folder),
            Map.of("PARLEY_SECRET_TOKEN", "from-environment", "PATH", "/bin")::get,
            clock);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${env:PARLEY_SECRET_TOKEN}",
        "${file:twilio.txt}",
        "${file:eu/twilio-1_a.txt}",
        "${file:..data}",
        "plain",
        "$ecret",
        "${",
        "${}",
        "a${env:X}",
        ""
      })
  void wellFormedValuesHaveNoProblem(String value) {
    assertThat(references.problem(value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${env:PATH}",
        "${env:PARLEY_SECRET_}",
        "${env:PARLEY_SECRET_A B}",
        "${env:}",
        "${env:PARLEY_SECRET_TOKEN",
        "${file:}",
        "${file:/etc/passwd}",
        "${file:../keyset.json}",
        "${file:a/../../keyset.json}",
        "${file:./a}",
        "${file:a//b}",
        "${file:a/}",
        "${file:a\\b}",
        "${file:a\u0000b}",
        "${file:a",
        "${vault:token}"
      })
  void malformedReferencesAreRefusedAndLeadNowhere(String value) {
    assertThat(references.problem(value)).isPresent();
    assertThat(references.resolve(value)).isInstanceOf(Resolution.Unresolved.class);
  }

  @Test
  void valueThatIsNoReferenceIsTheSecret() {
    assertThat(references.resolve("$plain}")).isEqualTo(new Resolution.Resolved("$plain}"));
  }

  @Test
  void variableIsLookedUp() {
    assertThat(references.resolve("${env:PARLEY_SECRET_TOKEN}"))
        .isEqualTo(new Resolution.Resolved("from-environment"));
  }

  @Test
  void variableThatIsNotSetIsNamed() {
    assertThat(references.resolve("${env:PARLEY_SECRET_OTHER}"))
        .isEqualTo(
            new Resolution.Unresolved(
                "${env:PARLEY_SECRET_OTHER} does not resolve: the environment variable is not"
                    + " set"));
  }

  @ParameterizedTest
  @CsvSource({"'a\n',a", "'a\r\n',a", "'a\n\n','a\n'", "a,a", "' a ',' a '"})
  void oneLineEndAtTheEndOfAFileIsNotPartOfTheSecret(String content, String secret)
      throws IOException {
    // Given
    Files.writeString(folder.resolve("token"), content);

    // Then
    assertThat(references.resolve("${file:token}")).isEqualTo(new Resolution.Resolved(secret));
  }

  @Test
  void changedFileIsInForceAfterTwoSeconds() throws IOException {
    // Given
    Files.writeString(folder.resolve("token"), "one");
    references.resolve("${file:token}");
    Files.writeString(folder.resolve("token"), "two");

    // When
    Resolution atOnce = references.resolve("${file:token}");
    clock.now = clock.now.plus(Duration.ofSeconds(2));
    Resolution later = references.resolve("${file:token}");

    // Then
    assertThat(atOnce).isEqualTo(new Resolution.Resolved("one"));
    assertThat(later).isEqualTo(new Resolution.Resolved("two"));
  }

  @Test
  void linkThatLeadsOutOfTheFolderLeadsToNothing() throws IOException {
    // Given
    Files.writeString(outside.resolve("keyset"), "not yours");
    Files.createSymbolicLink(folder.resolve("token"), outside.resolve("keyset"));
    Files.createSymbolicLink(folder.resolve("up"), outside);

    // Then
    assertThat(reason("${file:token}")).contains("out of the folder").doesNotContain("not yours");
    assertThat(reason("${file:up/keyset}")).contains("out of the folder");
  }

  @Test
  void linkWithinTheFolderIsFollowedAsMountedSecretsNeed() throws IOException {
    // Given
    Path version = Files.createDirectory(folder.resolve("..2026_11_20"));
    Files.writeString(version.resolve("token"), "mounted");
    Files.createSymbolicLink(folder.resolve("..data"), version);
    Files.createSymbolicLink(folder.resolve("token"), Path.of("..data/token"));

    // Then
    assertThat(references.resolve("${file:token}")).isEqualTo(new Resolution.Resolved("mounted"));
  }

  @Test
  void filesThatCannotBeASecretLeadToNothing() throws IOException {
    // Given
    Files.write(folder.resolve("large"), new byte[SecretReferences.LARGEST_FILE + 1]);
    Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 1});
    Files.writeString(folder.resolve("empty"), "\n");
    Files.createDirectory(folder.resolve("directory"));

    // Then
    assertThat(reason("${file:large}")).contains("larger than 65536 bytes");
    assertThat(reason("${file:binary}")).contains("not text");
    assertThat(reason("${file:empty}")).contains("is empty");
    assertThat(reason("${file:directory}")).contains("is not a file");
    assertThat(reason("${file:missing}"))
        .isEqualTo("${file:missing} does not resolve: there is no such file");
  }

  @Test
  void accountIsOpenedWithWhatItsReferencesLeadTo() throws IOException {
    // Given
    Files.writeString(folder.resolve("token"), "from-file\n");
    AccountVault vault = vault();

    // When
    OpenAccount open = vault.open(account("${file:token}"), List.of());

    // Then
    assertThat(open.secret("authToken")).isEqualTo("from-file");
  }

  @Test
  void accountWhoseReferenceLeadsToNothingNamesFieldAndReference() {
    assertThatThrownBy(() -> vault().open(account("${file:token}"), List.of()))
        .isInstanceOfSatisfying(
            UnresolvedSecretException.class,
            e -> {
              assertThat(e.field()).isEqualTo("authToken");
              assertThat(e.reason()).startsWith("${file:token} does not resolve");
            })
        .hasMessageContaining(ACCOUNT.toString());
  }

  @Test
  void onlyAccountsWithReferencesOrWithSecretsThatDoNotOpenMayChange() {
    // Given
    Account foreign =
        new Account(
            ACCOUNT, "a", "twilio", Channel.SMS, "key", Map.of(), Map.of("authToken", "AAAA"));

    // Then
    assertThat(vault().mayChange(account("literal"))).isFalse();
    assertThat(vault().mayChange(account("${file:token}"))).isTrue();
    assertThat(vault().mayChange(foreign)).isTrue();
  }

  private final SecretCipher cipher = SecretCipher.ofKeyset(SecretCipher.newKeyset());

  private AccountVault vault() {
    return new AccountVault(cipher, references);
  }

  private Account account(String token) {
    return new Account(
        ACCOUNT,
        "a",
        "twilio",
        Channel.SMS,
        "key",
        Map.of(),
        Map.of("authToken", cipher.encrypt(ACCOUNT, "authToken", token)));
  }

  private String reason(String value) {
    return ((Resolution.Unresolved) references.resolve(value)).reason();
  }

  private static final class StepClock extends Clock {

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
