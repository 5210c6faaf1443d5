package io.parley.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Kafka from its own jars, in a child process of this JVM's Java and class path. */
public final class EmbeddedKafka implements KafkaServer {

  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final Path folder;
  private final int port;
  private final int controllerPort;
  private @Nullable Process process;

  /**
   * A broker that is not started yet.
   *
   * @param folder its data; kept over restarts
   * @param port where clients connect
   * @param controllerPort where it talks to itself
   */
  public EmbeddedKafka(Path folder, int port, int controllerPort) {
    this.folder = folder;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  @Override
  public String bootstrapServers() {
    return "localhost:" + port;
  }

  /** The process, while it runs. */
  public @Nullable Process process() {
    return process;
  }

  @Override
  public synchronized void start() {
    if (process != null && process.isAlive()) {
      return;
    }
    try {
      Files.createDirectories(folder);
      process =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(folder.resolve("kafka.log").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("Kafka cannot be started", e);
    }
    Topics.awaitBroker(bootstrapServers(), this::explainDeath);
  }

  /**
   * In a session of its own where that can be had, so that Ctrl-C does not stop it before its
   * clients.
   */
  private List<String> command() {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms96m",
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-cp",
            System.getProperty("java.class.path"),
            KafkaNode.class.getName(),
            folder.toString(),
            Integer.toString(port),
            Integer.toString(controllerPort)));
    return command;
  }

  private void explainDeath() {
    Process current = process;
    if (current != null && !current.isAlive()) {
      throw new IllegalStateException(
          "Kafka ended while starting: see " + folder.resolve("kafka.log"));
    }
  }

  @Override
  public synchronized void stop() {
    end(Process::destroyForcibly);
  }

  @Override
  public synchronized void close() {
    end(
        running -> {
          running.destroy();
          return running;
        });
  }

  private void end(java.util.function.UnaryOperator<Process> how) {
    Process running = process;
    if (running == null) {
      return;
    }
    try {
      if (!how.apply(running).waitFor(20, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    process = null;
  }
}
