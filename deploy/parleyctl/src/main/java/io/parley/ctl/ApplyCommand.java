package io.parley.ctl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the configuration what a document says. */
@Command(
    name = "apply",
    description = {
      "Shows what a document changes, asks, and makes it so: all of it or nothing.",
      "If the configuration changes in between, nothing is applied."
    })
final class ApplyCommand implements Callable<Integer> {

  private static final Set<String> CONSENT = Set.of("y", "yes");

  private final Surroundings surroundings;

  @Mixin private final ServerOptions server;

  @Mixin private final DocumentSource document;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  ApplyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.server = new ServerOptions(surroundings);
    this.document = new DocumentSource(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    if (document.isStandardInput() && !yes) {
      throw new ParameterException(
          spec.commandLine(), "standard input is the document, so nobody can be asked: add --yes");
    }
    byte[] yaml = document.read();
    ServerOptions.Session session = server.session();
    Plan plan = session.api().plan(session.token(), yaml);
    surroundings.out().print(PlanText.of(plan));
    if (plan.isEmpty()) {
      return ExitCode.DONE;
    }
    if (!yes && !isConfirmed()) {
      surroundings.err().println("Nothing was applied.");
      return ExitCode.REFUSED;
    }
    Plan applied = session.api().apply(session.token(), yaml, plan.version());
    surroundings.out().println("Applied: now version " + Printable.of(applied.version()) + ".");
    return ExitCode.DONE;
  }

  private boolean isConfirmed() throws IOException {
    surroundings.err().print("Apply this? [y/N] ");
    surroundings.err().flush();
    String answer =
        new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8))
            .readLine();
    return answer != null && CONSENT.contains(answer.strip().toLowerCase(Locale.ROOT));
  }
}
