package io.parley.ctl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the configuration as one document. */
@Command(
    name = "export",
    description = "Writes the whole configuration as one YAML document; secrets as references.")
final class ExportCommand implements Callable<Integer> {

  private static final Path STANDARD_OUTPUT = Path.of("-");

  private final Surroundings surroundings;

  @Mixin private final ServerOptions server;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write it. Default, and for -: standard output.")
  private @Nullable Path output;

  ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.server = new ServerOptions(surroundings);
  }

  @Override
  public Integer call() {
    ServerOptions.Session session = server.session();
    AdminApi.Exported exported = session.api().export(session.token());
    if (output == null || output.equals(STANDARD_OUTPUT)) {
      surroundings.out().writeBytes(exported.yaml().getBytes(StandardCharsets.UTF_8));
      surroundings.out().flush();
    } else {
      write(output, exported.yaml());
      surroundings
          .err()
          .println("Version " + Printable.of(exported.etag()) + " written to " + output);
    }
    return ExitCode.DONE;
  }

  /** All or nothing: whoever commits the file must not commit half of it. */
  private void write(Path file, String yaml) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new ParameterException(spec.commandLine(), file + " is a folder");
    }
    Path part = folder.resolve("." + target.getFileName() + ".part");
    try {
      try {
        Files.writeString(part, yaml);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), "cannot write " + file);
    }
  }
}
