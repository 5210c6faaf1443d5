package io.parley.local;

import io.parley.local.Settings.Part;
import io.parley.testing.server.KafkaServer;
import io.parley.testing.server.PostgresServer;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything, makes one journey, and stays up until Ctrl-C. */
@Command(
    name = "make run",
    mixinStandardHelpOptions = true,
    description =
        "Starts PostgreSQL, Kafka, the four services and the simulator on this machine, sets up a demo organisation, makes one journey and prints it.",
    footer = {
      "",
      "Variables: PARLEY_HOME (data folder, default .parley), PARLEY_INGRESS_PORT, PARLEY_ROUTING_PORT, PARLEY_OUTBOUND_PORT,"
          + " PARLEY_ADMIN_PORT, PARLEY_SIMULATOR_PORT, PARLEY_POSTGRES_PORT, PARLEY_KAFKA_PORT, PARLEY_KAFKA_CONTROLLER_PORT;",
      "PARLEY_KAFKA=host:port and PARLEY_POSTGRES=postgresql://user:password@host:port/database use existing servers."
    })
public final class Main implements Callable<Integer> {

  private static final int AGENTS = 2;

  @Option(names = "--project", description = "Folder of the checkout. Default: here.")
  private Path project = Path.of("").toAbsolutePath();

  @Option(names = "--once", description = "Stop after the journey instead of staying up.")
  private boolean once;

  @Option(
      names = "--terminal",
      description = "Output goes to a terminal: progress may overwrite its line.")
  private boolean terminal;

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() {
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    Progress progress = new Progress(out, terminal);
    Shutdown shutdown = new Shutdown(out);
    Interruption interruption = new Interruption();
    try {
      run(Settings.of(System.getenv(), project), progress, shutdown, out);
      if (!once) {
        out.println();
        out.println("Parley stays up. Stop with Ctrl-C; the data stay for the next run.");
        interruption.await();
      }
      return 0;
    } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
      if (!interruption.happened()) {
        out.println();
        out.println("Parley cannot run: " + e.getMessage());
        return 1;
      }
      return 0;
    } catch (InterruptException e) {
      // Ctrl-C while the journey was reading from Kafka.
      return 0;
    } finally {
      shutdown.run();
    }
  }

  private void run(Settings settings, Progress progress, Shutdown shutdown, PrintStream out) {
    progress.line("Parley on this machine; data in " + settings.home());
    Credentials credentials = Credentials.in(settings.home());
    PostgresServer postgres = postgres(settings, progress, shutdown);
    KafkaServer kafka = kafka(settings, progress, shutdown);
    Stack stack = shutdown.on(new Stack(settings, credentials, postgres, kafka));
    stack.start(progress);
    Organisation organisation = new Organisation(stack, AGENTS);
    progress.part(
        "demo organisation",
        () -> {
          organisation.setUp();
          return "set up through the admin API";
        });
    printAccess(stack, out);
    out.println("One journey (time, since the first step, step, topic, partition@offset):");
    out.println();
    makeJourney(stack, organisation, out);
    out.printf(
        Locale.ROOT,
        "%n  resident memory of the whole stack: %.2f GiB%n",
        Memory.of(stack.postgres()) / 1024.0 / 1024 / 1024);
  }

  /** A journey that fails is told, but takes nothing down that runs well. */
  private void makeJourney(Stack stack, Organisation organisation, PrintStream out) {
    try {
      new Journey(stack, organisation, out).make(new Random());
    } catch (IllegalStateException e) {
      if (once || Thread.currentThread().isInterrupted()) {
        throw e;
      }
      out.println();
      out.println("  The journey failed: " + e.getMessage());
    }
  }

  private static PostgresServer postgres(Settings settings, Progress progress, Shutdown shutdown) {
    PostgresServer[] started = new PostgresServer[1];
    progress.part(
        Part.POSTGRES.label(),
        () -> {
          started[0] = shutdown.on(LocalServers.postgres(settings));
          return started[0].address() + ", database " + started[0].database();
        });
    return started[0];
  }

  private static KafkaServer kafka(Settings settings, Progress progress, Shutdown shutdown) {
    KafkaServer server = shutdown.on(LocalServers.kafka(settings));
    progress.part(
        Part.KAFKA.label(),
        () -> {
          server.start();
          return server.bootstrapServers();
        });
    return server;
  }

  private static void printAccess(Stack stack, PrintStream out) {
    Settings settings = stack.settings();
    out.printf(
        """

          admin API      %s/api/v1   (documents: /q/openapi)
          agents' API    %s/api/v1   (stream: ws /api/v1/stream)
          webhooks       %s/webhooks/…
          simulator      %s/control
          administrator  %s   %s
          agents         %s, %s   %s
          logs           %s

        """,
        settings.url(Part.ADMIN),
        settings.url(Part.ROUTING),
        settings.url(Part.INGRESS),
        settings.url(Part.SIMULATOR),
        Stack.ADMINISTRATOR,
        stack.credentials().password("administrator"),
        Organisation.agentEmail(1),
        Organisation.agentEmail(2),
        stack.credentials().password("agent"),
        settings.home().resolve("log"));
  }
}
