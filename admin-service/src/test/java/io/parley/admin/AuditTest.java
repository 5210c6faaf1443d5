package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every change leaves a line that says who changed what, and that nobody changes afterwards. */
@AdminTest
class AuditTest {

  private final Api api = Api.administrator();

  @Test
  void everyChangeIsRecordedWithBeforeAndAfter() {
    // Given
    Map<String, @Nullable Object> queue = Api.queue();
    String id = api.created("/api/v1/queues", queue);
    api.put("/api/v1/queues/" + id, "*", Api.with(queue, "priority", 3));
    api.delete("/api/v1/queues/" + id, "*");

    // When
    List<Map<String, @Nullable Object>> lines = lines(id);

    // Then
    String self = Api.signIn(Api.FIRST_EMAIL, Api.FIRST_PASSWORD).path("user.id");
    assertThat(lines)
        .extracting(line -> line.get("action"))
        .containsExactly("CREATED", "REPLACED", "DELETED");
    assertThat(lines).extracting(line -> line.get("user_id")).containsOnly(UUID.fromString(self));
    assertThat(lines).extracting(line -> (Long) line.get("version")).isSorted();
    assertThat(lines.get(0).get("before")).isNull();
    assertThat(text(lines.get(1), "before")).contains("\"priority\":10");
    assertThat(text(lines.get(1), "after")).contains("\"priority\":3");
    assertThat(text(lines.get(2), "before")).isEqualTo(text(lines.get(1), "after"));
    assertThat(lines.get(2).get("after")).isNull();
  }

  @Test
  void changedSecretIsSeenInTheAuditByItsTimeOnly() {
    // Given
    Map<String, @Nullable Object> account = Api.account();
    String id = api.created("/api/v1/accounts", account);

    // When
    api.put(
        "/api/v1/accounts/" + id,
        "*",
        Api.with(account, "secrets", Map.of("authToken", "rotated-token-1")));

    // Then
    Map<String, @Nullable Object> line = lines(id).get(1);
    assertThat(text(line, "after"))
        .contains("\"authToken\":{\"set\":true,\"setAt\":")
        .doesNotContain("rotated-token-1")
        .doesNotContain("/webhooks/");
    assertThat(text(line, "before")).isNotEqualTo(text(line, "after"));
  }

  @Test
  void refusedChangeLeavesNoLine() {
    // Given
    String id = api.created("/api/v1/queues", Api.queue());

    // When
    api.put("/api/v1/queues/" + id, "\"1\"", Api.queue());

    // Then
    assertThat(lines(id)).hasSize(1);
  }

  @Test
  void linesCannotBeChangedOrRemoved() {
    // Given
    List<String> attempts =
        List.of("update audit set action = 'x'", "delete from audit", "truncate audit");

    // When
    long before = TestDatabase.number("select count(*) from audit");

    // Then
    assertThat(attempts)
        .allSatisfy(
            sql ->
                assertThatThrownBy(() -> TestDatabase.update(sql))
                    .hasMessageContaining("append-only"));
    assertThat(TestDatabase.number("select count(*) from audit")).isEqualTo(before);
  }

  private static List<Map<String, @Nullable Object>> lines(String id) {
    return TestDatabase.query(
        "select * from audit where object_id = ? order by id", UUID.fromString(id));
  }

  private static String text(Map<String, @Nullable Object> line, String column) {
    return String.valueOf(line.get(column));
  }
}
