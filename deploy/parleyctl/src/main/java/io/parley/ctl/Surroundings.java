package io.parley.ctl;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What a command has around it.
 *
 * @param environment the variables of the process
 * @param in standard input
 * @param out where results go
 * @param err where findings, questions and remarks go
 */
record Surroundings(
    Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {

  Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Those of this process; always UTF-8, because the documents are. */
  static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(), System.in, stream(FileDescriptor.out), stream(FileDescriptor.err));
  }

  /** A variable that is set to something. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
