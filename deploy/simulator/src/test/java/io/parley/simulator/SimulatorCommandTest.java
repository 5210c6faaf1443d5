package io.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SimulatorCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine command =
      new CommandLine(new SimulatorCommand())
          .setOut(new PrintWriter(out))
          .setErr(new PrintWriter(err));

  @Test
  void helpNamesTheOptions() {
    // When
    int exitCode = command.execute("--help");

    // Then
    assertThat(exitCode).isZero();
    assertThat(out.toString()).contains("--port", "--host", "--keep-messages");
  }

  @Test
  void takenPortGivesOneClearLine() {
    // Given
    try (Simulator other = Simulator.start(0)) {

      // When
      int exitCode = command.execute("--port", String.valueOf(other.port()));

      // Then
      assertThat(exitCode).isEqualTo(1);
      assertThat(err.toString().lines()).hasSize(1);
      assertThat(err.toString()).contains("port " + other.port());
    }
  }

  @Test
  void impossiblePortIsRefused() {
    // When
    int exitCode = command.execute("--port", "70000");

    // Then
    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).contains("not started");
  }
}
