package io.parley.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database of a test, seen as the service's own role. */
public final class TestDatabase {

  private TestDatabase() {}

  /** All rows of a query, by column name. */
  public static List<Map<String, @Nullable Object>> query(String sql, Object... arguments) {
    try (Connection connection = connect();
        PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      List<Map<String, @Nullable Object>> result = new ArrayList<>();
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns; i++) {
          row.put(rows.getMetaData().getColumnLabel(i), rows.getObject(i));
        }
        result.add(row);
      }
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one number that a query such as {@code select count(*)} gives. */
  public static long number(String sql, Object... arguments) {
    Object value = query(sql, arguments).get(0).values().iterator().next();
    return value instanceof Number number ? number.longValue() : 0;
  }

  /** Runs a statement. */
  public static int update(String sql, Object... arguments) {
    try (Connection connection = connect();
        PreparedStatement statement = prepare(connection, sql, arguments)) {
      statement.execute();
      return statement.getUpdateCount();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a statement as the role that owns the schema. */
  public static int updateAsOwner(String sql, Object... arguments) {
    try (Connection connection =
            connect(TestEnvironment.JDBC_OWNER, TestEnvironment.JDBC_OWNER_PASSWORD);
        PreparedStatement statement = prepare(connection, sql, arguments)) {
      statement.execute();
      return statement.getUpdateCount();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  private static Connection connect() throws SQLException {
    return connect(TestEnvironment.JDBC_USER, TestEnvironment.JDBC_PASSWORD);
  }

  private static Connection connect(TestEnvironment role, TestEnvironment password)
      throws SQLException {
    return DriverManager.getConnection(
        TestEnvironment.JDBC_URL.text(), role.text(), password.text());
  }
}
