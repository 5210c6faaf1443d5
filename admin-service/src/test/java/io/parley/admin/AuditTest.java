package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.platform.audit.AuditExport;
import io.parley.platform.audit.Verdict;
import io.parley.testing.TestDatabase;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every change leaves a line that says who changed what, and that nobody changes afterwards. */
@AdminTest
class AuditTest {

  private static final String PATH = "/api/v1/audit";

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
  void lineSaysWhoByNameAndFromWhere() {
    // Given
    String agent = "curl/8.5\u0007 " + "x".repeat(300);

    // When
    String id =
        api.request()
            .header("User-Agent", agent)
            .body(Api.queue())
            .post("/api/v1/queues")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    // Then
    Map<String, @Nullable Object> line = lines(id).getFirst();
    assertThat(line.get("user_name"))
        .isEqualTo(Api.signIn(Api.FIRST_EMAIL, Api.FIRST_PASSWORD).path("user.name"));
    assertThat(line.get("address")).isEqualTo("127.0.0.1");
    assertThat(text(line, "user_agent")).startsWith("curl/8.5? xxx").hasSize(200);
    assertThat(text(line, "object_key")).startsWith("Queue ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit set action = 'x'",
        "delete from audit",
        "truncate audit",
        "alter table audit disable trigger audit_append_only",
        "alter table audit disable trigger all",
        "drop trigger audit_append_only on audit",
        "drop table audit",
        "alter table audit owner to current_user",
        "create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'",
        "set session_replication_role = replica",
        "grant update on audit to current_user",
        "set role parley_admin_owner",
        "update flyway_schema_history set success = false"
      })
  void serviceCannotChangeLinesNorWhatProtectsThem(String sql) {
    // Given
    String before = state();

    // When
    assertThatThrownBy(
            () -> {
              TestDatabase.update(sql);
              // PostgreSQL grants nothing to who has nothing to give, and says so as a warning.
              TestDatabase.update("update audit set action = action");
            })
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");

    // Then
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void ownerIsRefusedByTheTrigger() {
    // Given
    List<String> attempts =
        List.of("update audit set action = 'x'", "delete from audit", "truncate audit");

    // Then
    assertThat(attempts)
        .allSatisfy(
            sql ->
                assertThatThrownBy(() -> TestDatabase.updateAsOwner(sql))
                    .hasMessageContaining("append-only"));
  }

  @Test
  void listIsFilteredByObjectUserActionAndTimeAndPaged() {
    // Given
    Map<String, @Nullable Object> queue = Api.queue();
    String id = api.created("/api/v1/queues", queue);
    for (int priority = 1; priority <= 4; priority++) {
      api.put("/api/v1/queues/" + id, "*", Api.with(queue, "priority", priority));
    }
    String self = Api.signIn(Api.FIRST_EMAIL, Api.FIRST_PASSWORD).path("user.id");
    String object = PATH + "?kind=QUEUE&user=" + self + "&object=" + id;

    // When
    Response first = api.get(object + "&limit=3");
    Response second = api.get(object + "&limit=3&after=" + first.path("next"));
    Response created = api.get(object + "&action=CREATED&key=" + queue.get("name"));
    String changedAt = api.get(object + "&limit=1").path("items[0].at");
    Response earlier = api.get(object + "&to=" + changedAt);
    Response later = api.get(object + "&from=" + changedAt);
    Response ofNobody = api.get(PATH + "?object=" + id + "&user=" + UUID.randomUUID());

    // Then
    assertThat(first.jsonPath().getList("items.action"))
        .containsExactly("REPLACED", "REPLACED", "REPLACED");
    assertThat(second.jsonPath().getList("items.action")).containsExactly("REPLACED", "CREATED");
    assertThat(second.jsonPath().getString("next")).isNull();
    assertThat(created.jsonPath().getList("items.objectId")).containsExactly(id);
    assertThat(earlier.jsonPath().getList("items")).hasSize(4);
    assertThat(later.jsonPath().getList("items")).hasSize(1);
    assertThat(ofNobody.jsonPath().getList("items")).isEmpty();
  }

  @Test
  void lineIsReadWithBeforeAndAfter() {
    // Given
    Map<String, @Nullable Object> queue = Api.queue();
    String id = api.created("/api/v1/queues", queue);
    api.put("/api/v1/queues/" + id, "*", Api.with(queue, "priority", 3));
    int line = api.get(PATH + "?object=" + id + "&limit=1").path("items[0].id");

    // When
    Response read = api.get(PATH + "/" + line);

    // Then
    assertThat(read.jsonPath().getInt("before.priority")).isEqualTo(10);
    assertThat(read.jsonPath().getInt("after.priority")).isEqualTo(3);
    assertThat(read.jsonPath().getString("line.objectId")).isEqualTo(id);
    assertThat(read.jsonPath().getString("hash")).hasSize(64);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,limit",
    "after=x,after",
    "object=17,object",
    "user=me,user",
    "from=yesterday,from",
    "to=+999999999-12-31T23:59:59Z,to"
  })
  void wrongParametersAreNamed(String query, String parameter) {
    // When
    Response refusal = api.get(PATH + "?" + query);

    // Then
    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.jsonPath().getList("errors.pointer")).containsExactly(parameter);
  }

  @Test
  void exportIsVerifiedWithoutTheService() throws IOException {
    // Given
    api.created("/api/v1/accounts", Api.with(Api.account(), "name", Api.unique("Grüße 🎉")));

    // When
    Response export = api.get(PATH + "/export");
    Response verification = api.get(PATH + "/verification");

    // Then
    Verdict verdict =
        AuditExport.verify(new ByteArrayInputStream(export.asByteArray()), Optional.empty());
    assertThat(export.contentType()).startsWith("application/x-ndjson");
    assertThat(verdict.isWhole()).as(verdict.toString()).isTrue();
    assertThat(verdict.lines()).isGreaterThan(1);
    assertThat(export.asString()).contains("\"action\":\"EXPORTED\"");
    assertThat(verification.jsonPath().getBoolean("whole")).isTrue();
    assertThat(verification.jsonPath().getString("anchor"))
        .isEqualTo(verdict.newest().orElseThrow().toString());
  }

  @Test
  void verificationSaysWhichLineSomebodyWithTheOwnersRoleChanged() {
    // Given
    String id = api.created("/api/v1/queues", Api.queue());
    api.put("/api/v1/queues/" + id, "*", Api.queue());
    Map<String, @Nullable Object> line = lines(id).getFirst();
    String anchor = line.get("id") + ":" + line.get("hash");

    // When
    Response changed = whileSaying("FORGED", line, () -> api.get(PATH + "/verification"));
    Response restored = api.get(PATH + "/verification?anchor=" + anchor);
    Response other =
        api.get(PATH + "/verification?anchor=" + line.get("id") + ":" + "0".repeat(64));

    // Then
    assertThat(changed.jsonPath().getBoolean("whole")).isFalse();
    assertThat(changed.jsonPath().getObject("brokenLine", Long.class)).isEqualTo(line.get("id"));
    assertThat(restored.jsonPath().getBoolean("whole")).isTrue();
    assertThat(other.jsonPath().getObject("brokenLine", Long.class)).isEqualTo(line.get("id"));
  }

  @Test
  void changesAtTheSameTimeLeaveOneChain() {
    // Given
    String id = api.created("/api/v1/queues", Api.queue());

    // When
    IntStream.range(0, 24)
        .parallel()
        .forEach(
            i -> {
              if (i % 3 == 0) {
                api.get(PATH + "/export");
              } else {
                api.put("/api/v1/queues/" + id, "*", Api.queue());
              }
            });

    // Then
    assertThat(lines(id)).hasSize(17);
    assertThat(api.get(PATH + "/verification").jsonPath().getBoolean("whole")).isTrue();
  }

  /** Lets the line have another action while something is looked at, as only the owner can. */
  private static Response whileSaying(
      String action, Map<String, @Nullable Object> line, Supplier<Response> look) {
    String was = text(line, "action");
    Object id = Objects.requireNonNull(line.get("id"));
    TestDatabase.updateAsOwner("alter table audit disable trigger audit_append_only");
    try {
      TestDatabase.updateAsOwner("update audit set action = ? where id = ?", action, id);
      return look.get();
    } finally {
      TestDatabase.updateAsOwner("update audit set action = ? where id = ?", was, id);
      TestDatabase.updateAsOwner("alter table audit enable trigger audit_append_only");
    }
  }

  private static String state() {
    return TestDatabase.query(
            "select (select max(hash) || count(*) from audit), tgenabled::text from pg_trigger"
                + " where tgname = 'audit_append_only'")
        .toString();
  }

  private static List<Map<String, @Nullable Object>> lines(String id) {
    return TestDatabase.query(
        "select * from audit where object_id = ? order by id", UUID.fromString(id));
  }

  private static String text(Map<String, @Nullable Object> line, String column) {
    return String.valueOf(line.get(column));
  }
}
