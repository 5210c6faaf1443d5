package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.Topic;
import io.parley.testing.TestKafka;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody's change is lost, and the same creation is done once. */
@AdminTest
class VersionsTest {

  private static final String QUEUES = "/api/v1/queues";

  private final Api api = Api.administrator();

  @Test
  void ofTwoWhoChangeTheSameVersionOneIsRefused() throws Exception {
    // Given
    Map<String, @Nullable Object> queue = Api.queue();
    Response created = api.post(QUEUES, queue);
    String path = QUEUES + "/" + created.path("id");
    String tag = created.header("ETag");

    // When
    List<Integer> statuses =
        atOnce(2, () -> api.put(path, tag, Api.with(queue, "priority", 5)).statusCode());

    // Then
    assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    assertThat(api.get(path).header("ETag")).isNotEqualTo(tag);
  }

  @Test
  void refusedChangeChangesNothing() {
    // Given
    Map<String, @Nullable Object> queue = Api.queue();
    Response created = api.post(QUEUES, queue);
    String path = QUEUES + "/" + created.path("id");
    api.put(path, created.header("ETag"), Api.with(queue, "priority", 5));

    // When
    Response late = api.put(path, created.header("ETag"), Api.with(queue, "priority", 6));

    // Then
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.jsonPath().getString("type"))
        .isEqualTo("urn:parley:problem:precondition-failed");
    assertThat(api.get(path).jsonPath().getInt("priority")).isEqualTo(5);
  }

  @Test
  void whatAnAnswerShowsCanBeSentBack() {
    // Given
    String account = "/api/v1/accounts/" + api.created("/api/v1/accounts", Api.account());
    String user = "/api/v1/users/" + api.created("/api/v1/users", Api.agent());
    api.post(account + "/key/rotation", Map.of());

    for (String path : List.of(account, user)) {
      Response shown = api.get(path);

      // When
      Response sentBack = api.put(path, shown.header("ETag"), shown.asString());

      // Then
      assertThat(sentBack.statusCode()).as(sentBack.asString()).isEqualTo(200);
      assertThat(sentBack.header("ETag")).isEqualTo(shown.header("ETag"));
    }
  }

  @Test
  void whatOnlyAnotherKindShowsIsAnUnknownField() {
    // Given
    Map<String, @Nullable Object> queue = Api.with(Api.queue(), "lastCheck", null);

    // When
    Response refusal = api.post(QUEUES, Api.with(queue, "callbackUrls", List.of()));

    // Then
    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.asString()).contains("unknown field");
  }

  @Test
  void changeWithoutVersionIsRefused() {
    // Given
    String id = api.created(QUEUES, Api.queue());

    // When
    Response replaced = api.request().body(Api.queue()).put(QUEUES + "/" + id);
    Response deleted = api.request().delete(QUEUES + "/" + id);

    // Then
    assertThat(List.of(replaced.statusCode(), deleted.statusCode())).containsOnly(428);
  }

  @Test
  void versionOfAnObjectIsItsEntityTag() {
    // Given
    Response created = api.post(QUEUES, Api.queue());

    // When
    Response read = api.get(created.header("Location"));

    // Then
    assertThat(read.header("ETag"))
        .isEqualTo(created.header("ETag"))
        .isEqualTo("\"" + read.jsonPath().getLong("version") + "\"");
  }

  @Test
  void committedVersionIsThatOfTheLastChange() {
    // Given
    long made = api.post(QUEUES, Api.queue()).jsonPath().getLong("version");

    // When
    long committed = api.get("/api/v1/configuration/version").jsonPath().getLong("version");

    // Then
    assertThat(committed).isEqualTo(made);
  }

  @Test
  void creatingTwiceWithTheSameIdIsOnce() {
    // Given
    String id = UUID.randomUUID().toString();
    Map<String, @Nullable Object> account = Api.with(Api.account(), "id", id);
    Response first = api.post("/api/v1/accounts", account);

    // When
    Response second = api.post("/api/v1/accounts", account);

    // Then
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    Awaitility.await().until(() -> eventsAbout(id) == 1);
  }

  @Test
  void sameIdWithOtherContentIsRefused() {
    // Given
    Map<String, @Nullable Object> queue = Api.with(Api.queue(), "id", UUID.randomUUID().toString());
    api.post(QUEUES, queue);

    // When
    Response other = api.post(QUEUES, Api.with(queue, "priority", 77));

    // Then
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.jsonPath().getList("errors.pointer")).containsExactly("/id");
  }

  @Test
  void repetitionsAtOnceWithOneKeyCreateOneObject() throws Exception {
    // Given
    String key = UUID.randomUUID().toString();
    Map<String, @Nullable Object> user = Api.agent();

    // When
    List<String> ids =
        atOnce(
            8,
            () ->
                api.request()
                    .header("Idempotency-Key", key)
                    .body(user)
                    .post("/api/v1/users")
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("id"));

    // Then
    assertThat(ids).containsOnly(ids.get(0));
    Awaitility.await().until(() -> eventsAbout(ids.get(0)) == 1);
  }

  @Test
  void sameKeyForAnotherRequestIsRefused() {
    // Given
    String key = UUID.randomUUID().toString();
    api.request().header("Idempotency-Key", key).body(Api.queue()).post(QUEUES);

    // When
    Response other = api.request().header("Idempotency-Key", key).body(Api.queue()).post(QUEUES);

    // Then
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.jsonPath().getList("errors.pointer")).containsExactly("Idempotency-Key");
  }

  private static long eventsAbout(String id) {
    return TestKafka.events(Topic.CONFIGURATION).stream()
        .filter(event -> event.key().endsWith("/" + id))
        .count();
  }

  private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = threads.invokeAll(java.util.Collections.nCopies(times, call));
      List<T> results = new java.util.ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
