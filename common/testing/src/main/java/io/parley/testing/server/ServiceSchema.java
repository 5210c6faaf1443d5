package io.parley.testing.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * A service's own schema and the role that may use it and no other (design/architecture.md §3).
 *
 * @param schema name of the schema; the role is called {@code parley_} and this
 * @param password of the role
 */
public record ServiceSchema(String schema, String password) {

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]+");

  public ServiceSchema {
    if (!SAFE.matcher(schema).matches() || !SAFE.matcher(password).matches()) {
      throw new IllegalArgumentException("schema and password are letters, digits, _ and -");
    }
  }

  /** Name of the role. */
  public String role() {
    return "parley_" + schema;
  }

  /** Creates role and schema, or gives the existing role this password. */
  public void create(PostgresServer server) {
    String role = role();
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.superuser(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "do $$ begin if not exists (select from pg_roles where rolname = '%s') then create role %s login; end if; end $$"
              .formatted(role, role));
      statement.execute("alter role %s password '%s'".formatted(role, password));
      statement.execute("alter role %s set search_path = %s".formatted(role, schema));
      statement.execute("create schema if not exists %s authorization %s".formatted(schema, role));
      statement.execute("revoke create on schema public from public");
    } catch (SQLException e) {
      throw new IllegalStateException("schema " + schema + " cannot be created", e);
    }
  }
}
