package io.parley.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A part of the stack that runs as a process of its own and says over HTTP when it is ready. It can
 * be killed and started again.
 */
public final class ChildProcess {

  private static final Duration READY = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final URI readiness;
  private final Path log;
  private final Path pidFile;
  private @Nullable Process process;

  ChildProcess(
      String name,
      List<String> command,
      Map<String, String> environment,
      URI readiness,
      Path home) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.readiness = readiness;
    this.log = home.resolve("log").resolve(name + ".log");
    this.pidFile = home.resolve("run").resolve(name + ".pid");
  }

  /** Its name for people. */
  public String name() {
    return name;
  }

  /** The file with everything it prints. */
  public Path log() {
    return log;
  }

  /** Its process id, while it runs. */
  public long pid() {
    Process running = process;
    return running == null ? -1 : running.pid();
  }

  /** Ends what an earlier run, itself killed, has left behind. */
  void endLeftover() {
    if (!Files.exists(pidFile)) {
      return;
    }
    try {
      long pid = Long.parseLong(Files.readString(pidFile).strip());
      ProcessHandle.of(pid)
          .filter(handle -> handle.info().commandLine().filter(c -> c.contains(mark())).isPresent())
          .ifPresent(
              handle -> {
                handle.destroyForcibly();
                handle.onExit().orTimeout(10, TimeUnit.SECONDS).join();
              });
      Files.deleteIfExists(pidFile);
    } catch (IOException | NumberFormatException e) {
      throw new IllegalStateException("cannot tell whether " + name + " still runs: " + pidFile, e);
    }
  }

  /** What only the command line of this part has. */
  private String mark() {
    return command.get(command.size() - 1);
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @return how long that took
   * @throws IllegalStateException if it ends or does not become ready in time; the message names
   *     its log
   */
  public Duration start() {
    long begun = System.nanoTime();
    launch();
    awaitReady();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Starts it without waiting. */
  public void launch() {
    try {
      Files.createDirectories(log.getParent());
      Files.createDirectories(pidFile.getParent());
      ProcessBuilder builder = new ProcessBuilder(ownSession(command));
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      process = builder.start();
      Files.writeString(pidFile, Long.toString(process.pid()));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be started", e);
    }
  }

  /** Waits until it is ready. */
  public void awaitReady() {
    long deadline = System.nanoTime() + READY.toNanos();
    while (!isReady()) {
      Process running = process;
      if (running == null || !running.isAlive()) {
        throw new IllegalStateException(name + " ended while starting; see " + log);
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            name + " is not ready after " + READY.toSeconds() + " s; see " + log);
      }
      LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
    }
  }

  private boolean isReady() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(2)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Kills it at once, as {@code kill -9} does. */
  public void kill() {
    end(true);
  }

  /** Asks it to stop and waits. */
  public void stop() {
    end(false);
  }

  private void end(boolean atOnce) {
    Process running = process;
    if (running == null) {
      return;
    }
    try {
      if (atOnce) {
        running.destroyForcibly().waitFor();
      } else {
        running.destroy();
        if (!running.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
          running.destroyForcibly().waitFor();
        }
      }
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    process = null;
  }

  /**
   * Ctrl-C reaches every process of the terminal's group; in a session of its own, this one is
   * stopped in its turn instead.
   */
  private static List<String> ownSession(List<String> command) {
    if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      return command;
    }
    List<String> wrapped = new ArrayList<>(List.of("/usr/bin/setsid"));
    wrapped.addAll(command);
    return wrapped;
  }
}
