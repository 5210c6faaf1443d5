package io.parley.testing.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A service's own schema and the role that may use it and no other (design/architecture.md §3).
 *
 * @param schema name of the schema; the role is called {@code parley_} and this
 * @param password of the role
 * @param ownerPassword of the role that owns the schema and migrates it, when that is another than
 *     the one that the service works with; called as that one and {@code _owner}
 */
public record ServiceSchema(String schema, String password, Optional<String> ownerPassword) {

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]+");

  public ServiceSchema {
    if (!Stream.of(schema, password, ownerPassword.orElse(password))
        .allMatch(text -> SAFE.matcher(text).matches())) {
      throw new IllegalArgumentException("schema and passwords are letters, digits, _ and -");
    }
  }

  /** A schema that belongs to the role which the service works with. */
  public ServiceSchema(String schema, String password) {
    this(schema, password, Optional.empty());
  }

  /** Name of the role that the service works with. */
  public String role() {
    return "parley_" + schema;
  }

  /** Name of the role that the schema belongs to. */
  public String owner() {
    return ownerPassword.isPresent() ? role() + "_owner" : role();
  }

  /**
   * Creates roles and schema, or gives existing roles these passwords. What belonged to the
   * service's role belongs to the owner afterwards; what the former may do, migrations say.
   */
  public void create(PostgresServer server) {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.superuser(), server.password());
        Statement statement = connection.createStatement()) {
      role(statement, role(), password);
      if (ownerPassword.isPresent()) {
        role(statement, owner(), ownerPassword.get());
      }
      statement.execute(
          "create schema if not exists %s authorization %s".formatted(schema, owner()));
      if (ownerPassword.isPresent() && belongsToTheService(statement)) {
        statement.execute("reassign owned by %s to %s".formatted(role(), owner()));
      }
      statement.execute("revoke create on schema public from public");
    } catch (SQLException e) {
      throw new IllegalStateException("schema " + schema + " cannot be created", e);
    }
  }

  private void role(Statement statement, String role, String password) throws SQLException {
    statement.execute(
        "do $$ begin if not exists (select from pg_roles where rolname = '%s') then create role %s login; end if; end $$"
            .formatted(role, role));
    statement.execute("alter role %s password '%s'".formatted(role, password));
    statement.execute("alter role %s set search_path = %s".formatted(role, schema));
  }

  private boolean belongsToTheService(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery(
            "select from pg_namespace where nspname = '%s' and nspowner = '%s'::regrole"
                .formatted(schema, role()))) {
      return found.next();
    }
  }
}
