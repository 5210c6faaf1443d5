package io.parley.ctl;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a document would change. */
@Command(name = "plan", description = "Shows what a document would change. Changes nothing.")
final class PlanCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final ServerOptions server;

  @Mixin private final DocumentSource document;

  @Option(names = "--exit-code", description = "End with 3 if there are changes.")
  private boolean exitCode;

  PlanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.server = new ServerOptions(surroundings);
    this.document = new DocumentSource(surroundings);
  }

  @Override
  public Integer call() {
    byte[] yaml = document.read();
    ServerOptions.Session session = server.session();
    Plan plan = session.api().plan(session.token(), yaml);
    surroundings.out().print(PlanText.of(plan));
    return exitCode && !plan.isEmpty() ? ExitCode.CHANGES : ExitCode.DONE;
  }
}
