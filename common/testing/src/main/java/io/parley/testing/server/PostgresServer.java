package io.parley.testing.server;

import java.util.OptionalLong;

/** A real PostgreSQL server with one database for Parley. */
public interface PostgresServer extends AutoCloseable {

  /** {@code host:port} of the server. */
  String address();

  /** Name of the superuser. */
  String superuser();

  /** Password of the superuser. */
  String password();

  /** Name of the database. */
  String database();

  /** JDBC URL of the database. */
  default String jdbcUrl() {
    return "jdbc:" + url();
  }

  /** URL of the database for {@code parley.database.url}. */
  default String url() {
    return "postgresql://" + address() + "/" + database();
  }

  /**
   * Its process on this machine, if it is one. It is not a child of the process that started it.
   */
  default OptionalLong processId() {
    return OptionalLong.empty();
  }

  /** Ends it. */
  @Override
  void close();
}
