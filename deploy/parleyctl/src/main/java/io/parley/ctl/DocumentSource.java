package io.parley.ctl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The document a command is about: a file, or standard input. Read once, so it cannot change. */
final class DocumentSource {

  private static final String STANDARD_INPUT = "-";
  private static final int MOST_BYTES = 10 * 1024 * 1024;

  private final Surroundings surroundings;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The document; - for standard input.")
  private String file = "";

  DocumentSource(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  String name() {
    return file;
  }

  boolean isStandardInput() {
    return file.equals(STANDARD_INPUT);
  }

  byte[] read() {
    try (InputStream in =
        isStandardInput() ? surroundings.in() : Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new ParameterException(
            spec.commandLine(), file + " is larger than " + MOST_BYTES + " bytes");
      }
      return bytes;
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw new ParameterException(spec.commandLine(), "cannot read " + file);
    }
  }
}
