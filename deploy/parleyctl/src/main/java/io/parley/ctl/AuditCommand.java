package io.parley.ctl;

import io.parley.platform.audit.Anchor;
import io.parley.platform.audit.AuditExport;
import io.parley.platform.audit.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The chain of the audit. */
@Command(
    name = "audit",
    description = {
      "Checks that no line of the audit was changed, removed or put in.",
      "Keep the anchor that it prints: with it, the next check also notices lines cut off at the end."
    })
final class AuditCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final ServerOptions server;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "ACTION", description = "verify")
  private @Nullable Action action;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "An export of the audit (NDJSON). Without it, the server is asked for one.")
  private @Nullable Path file;

  @Option(
      names = "--anchor",
      paramLabel = "ID:HASH",
      description = "What an earlier check has printed.")
  private @Nullable String anchor;

  AuditCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.server = new ServerOptions(surroundings);
  }

  /** What to do, as it is typed. */
  enum Action {
    verify
  }

  @Override
  public Integer call() {
    Verdict verdict = verified(knownAnchor());
    verdict.newest().ifPresent(newest -> surroundings.out().println("anchor " + newest));
    if (verdict.isWhole()) {
      surroundings.out().println("whole: " + verdict.lines() + " lines");
      return ExitCode.DONE;
    }
    Verdict.Break broken = verdict.broken().orElseThrow();
    surroundings
        .err()
        .println(Printable.of("broken at line " + broken.id() + ": " + broken.reason()));
    return ExitCode.REFUSED;
  }

  private Optional<Anchor> knownAnchor() {
    try {
      return Optional.ofNullable(anchor).map(Anchor::parse);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--anchor: " + e.getMessage());
    }
  }

  private Verdict verified(Optional<Anchor> known) {
    try (InputStream export = opened()) {
      return AuditExport.verify(export, known);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "cannot read " + (file == null ? "the audit" : file));
    }
  }

  private InputStream opened() throws IOException {
    if (file != null) {
      return Files.newInputStream(file);
    }
    ServerOptions.Session session = server.session();
    return session.api().audit(session.token());
  }
}
