package io.parley.ctl;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command line of Parley's administration. */
@Command(
    name = "parleyctl",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Parleyctl.Version.class,
    description = "Parley's administration: configuration as code, keys of secrets, audit.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, or nothing to do",
      "1:refused; each finding as FILE:LINE: /pointer: text",
      "2:the command line, or a file it names, cannot be used",
      "3:the plan shows changes (with --exit-code)",
      "4:the server cannot be reached",
      "5:no Java was found to run this with"
    })
public final class Parleyctl {

  private Parleyctl() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(Surroundings.ofProcess(), arguments));
  }

  /** Every command there is; a new one is added here. */
  private static List<Callable<Integer>> commands(Surroundings surroundings) {
    return List.of(
        new ExportCommand(surroundings),
        new PlanCommand(surroundings),
        new ApplyCommand(surroundings),
        new KeysCommand(surroundings),
        new AuditCommand(surroundings),
        new VersionCommand(surroundings));
  }

  static int run(Surroundings surroundings, String... arguments) {
    CommandLine line = new CommandLine(new Parleyctl());
    commands(surroundings).forEach(line::addSubcommand);
    return line.setOut(writer(surroundings.out()))
        .setErr(writer(surroundings.err()))
        .setParameterExceptionHandler((e, given) -> misused(surroundings, e))
        .setExecutionExceptionHandler((e, command, given) -> failed(surroundings, e, command))
        .execute(arguments);
  }

  private static int misused(Surroundings surroundings, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    surroundings.err().println(Printable.of("parleyctl: " + e.getMessage()));
    surroundings.err().println("Try '" + command + " --help'.");
    return ExitCode.USAGE;
  }

  private static int failed(Surroundings surroundings, Exception e, CommandLine failing)
      throws Exception {
    switch (e) {
      case RefusedException refused -> {
        String source =
            failing.getParseResult().matchedPositionals().isEmpty()
                ? "parleyctl"
                : failing.getParseResult().matchedPositional(0).getValue().toString();
        refused.findings().forEach(f -> surroundings.err().println(f.in(source)));
        surroundings.err().println(Printable.of("parleyctl: " + refused.getMessage()));
        return ExitCode.REFUSED;
      }
      case UnreachableException unreachable -> {
        surroundings.err().println(Printable.of("parleyctl: " + unreachable.getMessage()));
        return ExitCode.UNREACHABLE;
      }
      default -> throw e;
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** For {@code --version}. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {VersionCommand.text()};
    }
  }
}
