package io.parley.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.platform.audit.AuditLine;
import io.parley.platform.audit.ChainVerifier;
import io.parley.platform.audit.Verdict;
import io.parley.testing.server.PostgresServer;
import io.parley.testing.server.ServiceSchema;
import io.parley.testing.server.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * What becomes of the audit of a service that was there before the chain, with one role for all.
 */
class MigrationTest {

  private static final ServiceSchema ONE_ROLE = new ServiceSchema("admin", "test-only");
  private static final ServiceSchema TWO_ROLES =
      new ServiceSchema("admin", "test-only", Optional.of("test-only-owner"));

  @Test
  void linesOfBeforeAreChainedAsTheServiceChains() throws SQLException {
    try (PostgresServer server = TestServers.choose().postgres()) {
      // Given
      ONE_ROLE.create(server);
      migrate(server, ONE_ROLE, ONE_ROLE.password(), "3?");
      insertLines(server);

      // When
      migrate(server, ONE_ROLE, ONE_ROLE.password(), "latest");

      // Then
      Verdict verdict = verify(server);
      assertThat(verdict.isWhole()).as(verdict.toString()).isTrue();
      assertThat(verdict.lines()).isEqualTo(3);
    }
  }

  @Test
  void schemaOfOneRoleBecomesThatOfTwo() throws SQLException {
    try (PostgresServer server = TestServers.choose().postgres()) {
      // Given
      ONE_ROLE.create(server);
      migrate(server, ONE_ROLE, ONE_ROLE.password(), "latest");

      // When
      TWO_ROLES.create(server);
      migrate(server, TWO_ROLES, TWO_ROLES.ownerPassword().orElseThrow(), "latest");

      // Then
      assertThat(mayDo(server, "audit", "insert")).isTrue();
      assertThat(mayDo(server, "audit", "update, delete, truncate")).isFalse();
      assertThat(mayDo(server, "outbox", "delete")).isTrue();
    }
  }

  private static void migrate(
      PostgresServer server, ServiceSchema schema, String password, String target) {
    Flyway.configure()
        .dataSource(server.jdbcUrl(), schema.owner(), password)
        .locations("classpath:db/migration")
        .placeholders(Map.of("service-role", schema.role()))
        .target(target)
        .load()
        .migrate();
  }

  private static void insertLines(PostgresServer server) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into audit (at, user_id, action, kind, object_id, version, before, after) values
            ('2026-11-20T10:15:00.123456+01', gen_random_uuid(), 'CREATED', 'QUEUE', gen_random_uuid(), 1,
             null, '{"name":"Grüße 🎉"}'),
            ('2026-11-20T10:15:01Z', null, 'DELETED', 'QUEUE', gen_random_uuid(), 2, '{"name":"x\\\\u0000"}', null),
            ('2026-11-20T10:15:02.1Z', gen_random_uuid(), 'VALIDATED', 'ACCOUNT', gen_random_uuid(), 2, null, '')
          """);
    }
  }

  private static Verdict verify(PostgresServer server) throws SQLException {
    ChainVerifier verifier = new ChainVerifier(Optional.empty());
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from audit order by id")) {
      while (row.next()) {
        verifier.accept(
            new AuditLine(
                row.getLong("id"),
                AuditLine.time(row.getObject("at", OffsetDateTime.class).toInstant()),
                row.getString("user_id"),
                row.getString("user_name"),
                row.getString("address"),
                row.getString("user_agent"),
                row.getString("action"),
                row.getString("kind"),
                row.getString("object_id"),
                row.getString("object_key"),
                row.getLong("version"),
                row.getString("before"),
                row.getString("after"),
                row.getString("previous_hash"),
                row.getString("hash")));
      }
    }
    return verifier.verdict();
  }

  private static boolean mayDo(PostgresServer server, String table, String what)
      throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select has_table_privilege('%s', '%s')".formatted(table, what))) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static Connection connect(PostgresServer server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), ONE_ROLE.role(), ONE_ROLE.password());
  }
}
