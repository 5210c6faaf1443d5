package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists come in pages, ordered by name, filtered by name. */
@AdminTest
class ListsTest {

  private final Api api = Api.administrator();
  private final String mark = UUID.randomUUID().toString();

  @Test
  void pagesTogetherHoldEverythingOnceAndInOrder() {
    // Given
    List<String> created = new ArrayList<>();
    for (String name : List.of("C", "A", "E", "B", "D")) {
      created.add(api.created("/api/v1/queues", Api.with(Api.queue(), "name", name + mark)));
    }

    // When
    List<String> names = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    String after = "";
    do {
      JsonPath page = api.get("/api/v1/queues?limit=2&name=" + mark + after).jsonPath();
      names.addAll(page.getList("items.name"));
      sizes.add(page.getList("items").size());
      after = page.getString("next") == null ? "" : "&after=" + page.getString("next");
    } while (!after.isEmpty());

    // Then
    assertThat(sizes).containsExactly(2, 2, 1);
    assertThat(names).containsExactly("A" + mark, "B" + mark, "C" + mark, "D" + mark, "E" + mark);
  }

  @Test
  void sameNamesAreAllListed() {
    // Given
    Map<String, @Nullable Object> user = Api.with(Api.agent(), "name", mark);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(
          api.created(
              "/api/v1/users",
              Api.with(user, "email", "same-" + UUID.randomUUID() + "@example.org")));
    }

    // When
    JsonPath first = api.get("/api/v1/users?limit=2&name=" + mark).jsonPath();
    JsonPath second =
        api.get("/api/v1/users?name=" + mark + "&after=" + first.getString("next")).jsonPath();

    // Then
    List<String> listed = new ArrayList<>(first.getList("items.id"));
    listed.addAll(second.getList("items.id"));
    assertThat(listed).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void filterFindsPartOfTheNameInAnyCaseAndTakesSignsLiterally() {
    // Given
    String name = "50%_Off " + mark;
    api.created("/api/v1/queues", Api.with(Api.queue(), "name", name));
    api.created("/api/v1/queues", Api.with(Api.queue(), "name", "500 Off " + mark));

    // When
    List<String> found =
        api.request()
            .queryParam("name", "0%_oFF " + mark)
            .get("/api/v1/queues")
            .jsonPath()
            .getList("items.name");

    // Then
    assertThat(found).containsExactly(name);
  }

  @Test
  void listedObjectsAreComplete() {
    // Given
    String agent = api.created("/api/v1/users", Api.agent());
    api.created("/api/v1/queues", Api.with(Api.queue(agent), "name", mark));

    // When
    JsonPath page = api.get("/api/v1/queues?name=" + mark).jsonPath();

    // Then
    assertThat(page.getList("items[0].members")).containsExactly(agent);
  }
}
