package io.parley.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParleyctlTest {

  private static final String WANTED = "queues:\n  - key: sales\n    name: Grüezi\n";

  private final Path folder;
  private final ContractServer server;
  private final Map<String, String> environment = new HashMap<>();

  ParleyctlTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    server = ContractServer.start();
    environment.put("PARLEY_SERVER", server.url());
    environment.put("PARLEY_EMAIL", ContractServer.EMAIL);
    environment.put("PARLEY_PASSWORD", ContractServer.PASSWORD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void exportWritesTheDocumentByteForByte() {
    // Given
    server.holds(WANTED);

    // When
    Outcome outcome = run("", "export");

    // Then
    assertThat(outcome).isEqualTo(new Outcome(ExitCode.DONE, WANTED, ""));
  }

  @Test
  void exportReplacesAFileAndNamesTheVersion() throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("parley.yaml"), "old");
    server.holds(WANTED);

    // When
    Outcome outcome = run("", "export", "-o", file.toString());

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(file).hasContent(WANTED);
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    assertThat(outcome.err()).contains("\"41\"").contains("parley.yaml");
  }

  @Test
  void exportIntoAMissingFolderIsMisuse() {
    // When
    Outcome outcome = run("", "export", "-o", folder.resolve("missing/parley.yaml").toString());

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("cannot write");
  }

  @Test
  void planShowsEveryChangeAndChangesNothing() throws IOException {
    // When
    Outcome outcome = run("", "plan", wanted());

    // Then
    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                ExitCode.DONE,
                """
                + QUEUE sales
                    /name: "Sales \\u001B[31m"
                ~ QUEUE support
                    /priority: 1 -> 2
                    /hours: "weekdays" -> (none)
                - ROUTE_RULE vip
                1 to create, 1 to replace, 1 to delete; against version 41.
                """,
                ""));
    assertThat(server.document()).isNotEqualTo(WANTED);
  }

  @ParameterizedTest
  @CsvSource({"--exit-code=true, 3", "--exit-code=false, 0"})
  void onlyOnRequestTheExitCodeTellsThatThereAreChanges(String option, int exitCode)
      throws IOException {
    // When
    Outcome outcome = run("", "plan", option, wanted());

    // Then
    assertThat(outcome.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void aPlanWithoutChangesIsDoneEvenIfTheExitCodeMatters() throws IOException {
    // Given
    server.holds(WANTED);

    // When
    Outcome outcome = run("", "plan", "--exit-code", wanted());

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.out()).startsWith("No changes: version 41");
  }

  @Test
  void standardInputIsADocumentToo() {
    // When
    Outcome outcome = run(WANTED, "plan", "--exit-code", "-");

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.CHANGES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "apply"})
  void everyFindingIsPrintedWithFileLineAndPointer(String command) throws IOException {
    // Given
    String file = file("queues:\n  - wrong\n  - right\n  - wrong\n");

    // When
    Outcome outcome = run("", command, file);

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err().lines())
        .containsExactly(
            file + ":2: /queues/1: no such queue",
            file + ":4: /queues/3: no such queue",
            file + ": a part is missing",
            "parleyctl: The request is not valid");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void applyShowsThePlanAndMakesItSoOnConsent() throws IOException {
    // When
    Outcome outcome = run("y\n", "apply", wanted());

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.out()).contains("+ QUEUE sales").endsWith("Applied: now version 42.\n");
    assertThat(outcome.err()).isEqualTo("Apply this? [y/N] ");
    assertThat(server.document()).isEqualTo(WANTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"n\n", "\n", "", "yesterday\n"})
  void withoutConsentNothingIsApplied(String answer) throws IOException {
    // When
    Outcome outcome = run(answer, "apply", wanted());

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(server.calls()).doesNotContain("POST /api/v1/configuration/apply");
  }

  @Test
  void yesAppliesWithoutAQuestion() {
    // When
    Outcome outcome = run(WANTED, "apply", "--yes", "-");

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.err()).isEmpty();
    assertThat(server.document()).isEqualTo(WANTED);
  }

  @Test
  void applyingTwiceIsTheSameAsOnce() throws IOException {
    // Given
    run("", "apply", "--yes", wanted());

    // When
    Outcome outcome = run("", "apply", "--yes", wanted());

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.out()).isEqualTo("No changes: version 42 is as the document says.\n");
    assertThat(server.calls()).containsOnlyOnce("POST /api/v1/configuration/apply");
  }

  @Test
  void whatWasShownIsWhatIsAppliedOrNothing() throws IOException {
    // Given
    server.isChangedAfterPlan();

    // When
    Outcome outcome = run("", "apply", "--yes", wanted());

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err()).contains("It was changed meanwhile");
    assertThat(server.document()).isNotEqualTo(WANTED);
  }

  @Test
  void aDocumentFromStandardInputNeedsYes() {
    // When
    Outcome outcome = run(WANTED, "apply", "-");

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("add --yes");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void filesHoldTheSecretsToo() throws IOException {
    // Given
    environment.remove("PARLEY_PASSWORD");
    String password = file(ContractServer.PASSWORD + "\n");

    // When
    Outcome outcome =
        run("", "export", "--email", ContractServer.EMAIL, "--password-file", password);

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aTokenTakesThePlaceOfSigningIn() throws IOException {
    // Given
    environment.keySet().retainAll(List.of("PARLEY_SERVER"));
    String token = file(ContractServer.TOKEN + "\n");

    // When
    Outcome outcome = run("", "export", "--token-file", token);

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(server.calls()).containsExactly("GET /api/v1/configuration");
  }

  @Test
  void aTokenInAVariableTakesThePlaceOfSigningIn() {
    // Given
    environment.put("PARLEY_TOKEN", ContractServer.TOKEN);

    // When
    Outcome outcome = run("", "export");

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(server.calls()).containsExactly("GET /api/v1/configuration");
  }

  @Test
  void aWrongPasswordIsRefusedAndNotRepeated() {
    // Given
    environment.put("PARLEY_PASSWORD", "planted-secret");

    // When
    Outcome outcome = run("", "export");

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err()).contains("Sign-in was refused").doesNotContain("planted-secret");
  }

  @Test
  void aWrongTokenIsRefusedAndNotRepeated() {
    // Given
    environment.put("PARLEY_TOKEN", "planted-secret");

    // When
    Outcome outcome = run("", "export");

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err()).contains("Sign-in is needed").doesNotContain("planted-secret");
  }

  @Test
  void aTokenThatCannotBeSentIsMisuseAndNotRepeated() {
    // Given
    environment.put("PARLEY_TOKEN", "planted\nsecret");

    // When
    Outcome outcome = run("", "export");

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).doesNotContain("planted");
  }

  @ParameterizedTest
  @CsvSource({
    "PARLEY_EMAIL, nobody to sign in",
    "PARLEY_PASSWORD, no password",
  })
  void whoCallsMustBeKnown(String missing, String message) {
    // Given
    environment.remove(missing);

    // When
    Outcome outcome = run("", "export");

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains(message).contains("--help");
  }

  @Test
  void aPasswordIsNoArgument() {
    // When
    Outcome outcome = run("", "export", "--password", "x");

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8083",
        "ftp://host",
        "http://",
        "https://a:planted@host",
        "http://h?q",
        ":"
      })
  void aUrlThatCannotBeCalledIsMisuse(String url) {
    // When
    Outcome outcome = run("", "export", "--server", url);

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).doesNotContain("planted");
  }

  @Test
  void aServerThatIsNotThereIsUnreachable() throws IOException {
    // Given
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }

    // When
    Outcome outcome = run("", "export", "--server", "http://127.0.0.1:" + free);

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(outcome.err()).contains("http://127.0.0.1:" + free + " cannot be reached");
  }

  @ParameterizedTest
  @CsvSource({
    "busy, 4, The database is away.",
    "page, 1, Is this the URL of Parley's admin service?",
    "moved, 1, HTTP 302",
  })
  void answersOfOthersAreTold(String path, int exitCode, String message) {
    // Given
    environment.put("PARLEY_TOKEN", ContractServer.TOKEN);

    // When
    Outcome outcome = run("", "export", "--server", server.url() + "/" + path + "/");

    // Then
    assertThat(outcome.exitCode()).isEqualTo(exitCode);
    assertThat(outcome.err()).contains(message);
  }

  @Test
  void anAnswerOfAnotherFormIsToldWithoutRepeatingIt() throws IOException {
    // Given
    environment.put("PARLEY_TOKEN", ContractServer.TOKEN);

    // When
    Outcome outcome = run("", "plan", "--server", server.url() + "/page", wanted());

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(outcome.err()).contains("does not answer as").doesNotContain("planted-secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "apply"})
  void aMissingFileIsMisuse(String command) {
    // When
    Outcome outcome = run("", command, folder.resolve("missing.yaml").toString());

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("cannot read").contains("missing.yaml");
  }

  @Test
  void noCommandIsMisuse() {
    // When
    Outcome outcome = run("");

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"export", "plan", "apply"})
  void everyCommandExplainsItself(String command) {
    // When
    Outcome outcome = run("", command, "--help");

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.out()).contains("parleyctl " + command).contains("PARLEY_SERVER");
  }

  @Test
  void theWholeExplainsItsCommandsAndExitCodes() {
    // When
    Outcome outcome = run("", "--help");

    // Then
    assertThat(outcome.out())
        .contains("export", "plan", "apply", "version")
        .contains("the server cannot be reached");
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version"})
  void theVersionIsTold(String argument) {
    // When
    Outcome outcome = run("", argument);

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.out()).startsWith("parleyctl ");
  }

  private record Outcome(int exitCode, String out, String err) {}

  private Outcome run(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Parleyctl.run(
            new Surroundings(
                environment,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            arguments);
    return new Outcome(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String wanted() throws IOException {
    return file(WANTED);
  }

  private String file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "file", ".yaml"), content).toString();
  }
}
