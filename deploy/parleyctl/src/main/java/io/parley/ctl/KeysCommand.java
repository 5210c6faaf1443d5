package io.parley.ctl;

import io.parley.channels.secrets.KeyUsage;
import io.parley.channels.secrets.KeysetCommands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The keyset file that opens secrets. */
@Command(
    name = "keys",
    description = {
      "Works on the keyset file that opens secrets.",
      "To rotate: add a key, wait until every service has read the file (a few seconds), promote",
      "the key, wait until 'parleyctl keys usage' shows no value under the old one, remove that."
    })
final class KeysCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final ServerOptions server;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "ACTION",
      description =
          "${COMPLETION-CANDIDATES}; usage asks the server, remove and disable do so first.")
  private @Nullable Action action;

  @Parameters(index = "1", paramLabel = "FILE", arity = "0..1", description = "The keyset file.")
  private @Nullable Path file;

  @Option(
      names = "--id",
      paramLabel = "KEY",
      description = "Which key, for promote, disable, enable and remove.")
  private @Nullable Long id;

  KeysCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.server = new ServerOptions(surroundings);
  }

  /** What to do; in lower case, as it is typed. */
  enum Action {
    create,
    add,
    promote,
    disable,
    enable,
    remove,
    list,
    usage
  }

  @Override
  public Integer call() throws IOException {
    try {
      if (action == Action.usage) {
        ServerOptions.Session session = server.session();
        surroundings.out().println(session.api().secretKeys(session.token()));
      } else {
        change(new KeysetCommands(required(file, "FILE"), surroundings.out()::println));
      }
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      surroundings.err().println(Printable.of("parleyctl: " + e.getMessage()));
      return ExitCode.REFUSED;
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), "cannot work on " + file + ": " + e);
    }
  }

  private void change(KeysetCommands commands) throws IOException {
    switch (required(action, "ACTION")) {
      case create -> commands.create();
      case add -> commands.add();
      case promote -> commands.promote(required(id, "--id"));
      case disable -> commands.disable(required(id, "--id"), usage());
      case enable -> commands.enable(required(id, "--id"));
      case remove -> commands.remove(required(id, "--id"), usage());
      case list, usage -> commands.list();
    }
  }

  private KeyUsage usage() throws IOException {
    ServerOptions.Session session = server.session();
    return KeyUsage.of(session.api().secretKeys(session.token()));
  }

  private <T> T required(@Nullable T given, String name) {
    if (given == null) {
      throw new ParameterException(spec.commandLine(), name + " is missing");
    }
    return given;
  }
}
