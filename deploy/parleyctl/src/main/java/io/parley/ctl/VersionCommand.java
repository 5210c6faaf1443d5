package io.parley.ctl;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which release this is. */
@Command(name = "version", description = "Prints the version of this command.")
final class VersionCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  VersionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    surroundings.out().println(text());
    return ExitCode.DONE;
  }

  static String text() {
    String version = Parleyctl.class.getPackage().getImplementationVersion();
    return "parleyctl " + (version == null ? "(not packaged)" : version);
  }
}
