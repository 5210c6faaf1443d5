package io.parley.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one file that people get, run as they run it. Needs the packaged file, so it runs late. */
class PackagedFileIT {

  private static final Path PACKAGED = Path.of(System.getProperty("parleyctl.file", "missing"));
  private static final Path SCRIPT = Path.of(System.getProperty("parleyctl.script", "missing"));
  private static final String JAVA = System.getProperty("java.home");

  private final Path folder;

  PackagedFileIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theFileAloneExportsPlansAndApplies() throws Exception {
    // Given
    Path alone = Files.copy(PACKAGED, folder.resolve("parleyctl"), copyingRights());
    Path document = Files.writeString(folder.resolve("parley.yaml"), "queues: [1]\n");
    try (ContractServer server = ContractServer.start()) {
      Map<String, String> environment =
          Map.of(
              "JAVA_HOME",
              JAVA,
              "PARLEY_SERVER",
              server.url(),
              "PARLEY_EMAIL",
              ContractServer.EMAIL,
              "PARLEY_PASSWORD",
              ContractServer.PASSWORD);

      // When
      Outcome planned = run(environment, alone, "plan", "--exit-code", document.toString());
      Outcome applied = run(environment, alone, "apply", "--yes", document.toString());
      Outcome exported = run(environment, alone, "export");

      // Then
      assertThat(planned.exitCode()).isEqualTo(ExitCode.CHANGES);
      assertThat(applied.output()).endsWith("Applied: now version 42.\n");
      assertThat(exported).isEqualTo(new Outcome(ExitCode.DONE, "queues: [1]\n"));
    }
  }

  @Test
  void theFileKnowsItsVersion() throws Exception {
    // When
    Outcome outcome = run(Map.of("JAVA_HOME", JAVA), PACKAGED, "version");

    // Then
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.output()).matches("parleyctl [0-9].*\n");
  }

  @Test
  void aJavaThatIsTooOldIsPassedOver() throws Exception {
    // Given
    fakeJava(folder.resolve("old/bin"), "17.0.12");
    Path path = fakeJava(folder.resolve("path"), "21.0.1");
    Map<String, String> environment =
        Map.of("JAVA_HOME", folder.resolve("old").toString(), "PATH", path.toString());

    // When
    Outcome outcome = run(environment, SCRIPT, "plan", "a file.yaml");

    // Then
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output())
        .startsWith("21.0.1: ")
        .endsWith("-jar " + SCRIPT + " plan a file.yaml\n");
  }

  @Test
  void withoutAnyJavaTheFileSaysSo() throws Exception {
    // Given
    Path script = Files.copy(SCRIPT, folder.resolve("script"), copyingRights());
    Files.writeString(script, Files.readString(script).replace("oldest=21", "oldest=9999"));

    // When
    Outcome outcome = run(Map.of("JAVA_HOME", JAVA), script, "version");

    // Then
    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.output()).contains("needs Java 9999 or newer", "JAVA_HOME");
  }

  private static java.nio.file.CopyOption copyingRights() {
    return java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
  }

  private static Path fakeJava(Path directory, String version) throws IOException {
    Files.createDirectories(directory);
    Path java = directory.resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'Picked up JAVA_TOOL_OPTIONS: -Dx=1' >&2
          echo 'openjdk version "%1$s" 2026-01-01' >&2
        else
          echo "%1$s: $*"
        fi
        """
            .formatted(version));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return directory;
  }

  private record Outcome(int exitCode, String output) {}

  private Outcome run(Map<String, String> environment, Path file, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    int exitCode = builder.start().waitFor();
    return new Outcome(exitCode, Files.readString(output, StandardCharsets.UTF_8));
  }
}
