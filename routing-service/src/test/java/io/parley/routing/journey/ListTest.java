package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.parley.events.Presence;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@RoutingTest
class ListTest {

  @Test
  void conversationsCompleteInPagesTheLiveliestFirst() {
    // Given
    Organisation organisation = Organisation.builder().agents(10).build();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      organisation.customer().writes("Hello");
      taken.addFirst(agent.takesNext().toString());
    }

    // When
    List<String> listed = new ArrayList<>();
    String next = null;
    int pages = 0;
    do {
      JsonPath page = conversations(agent, next);
      listed.addAll(page.getList("items.id", String.class));
      next = page.getString("next");
      pages++;
    } while (next != null);

    // Then
    assertThat(listed).isEqualTo(taken);
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void listHasOnlyTheStatesThatAreAskedFor() {
    // Given
    Organisation organisation = Organisation.builder().agents(10).build();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    UUID waiting = agent.takesNext();
    agent.command(waiting, "close").then().statusCode(200);
    organisation.customer().writes("Hello");
    agent.takesNext();

    // When
    List<String> listed =
        agent
            .request()
            .queryParam("state", "WAITING", "WRAP_UP")
            .get("/api/v1/me/conversations")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("items.id", String.class);

    // Then
    assertThat(listed).containsExactly(waiting.toString());
  }

  @Test
  void threadCompletesInPages() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();
    customer.writes("1");
    UUID conversationId = agent.takesNext();
    customer.writes("2");
    customer.writes("3");
    await()
        .untilAsserted(() -> assertThat(agent.thread(conversationId).getList("items")).hasSize(3));

    // When
    JsonPath first = messages(agent, conversationId, "0");
    JsonPath second = messages(agent, conversationId, first.getString("next"));

    // Then
    assertThat(first.getList("items.text")).containsExactly("1", "2");
    assertThat(second.getList("items.text")).containsExactly("3");
    assertThat(second.getString("next")).isNull();
  }

  @Test
  void cursorThatNobodyGaveIsRefused() {
    Organisation.standard()
        .agent()
        .request()
        .queryParam("after", "page-2")
        .get("/api/v1/me/conversations")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("after"));
  }

  @Test
  void limitBeyondTheMostIsRefused() {
    Organisation.standard()
        .agent()
        .request()
        .queryParam("limit", 201)
        .get("/api/v1/me/conversations")
        .then()
        .statusCode(400);
  }

  @Test
  void agentSeesQueuesAndRoom() {
    // Given
    Organisation organisation = Organisation.builder().agents(7).build();

    // When
    JsonPath me = organisation.agent().me();

    // Then
    assertThat(me.getInt("capacity")).isEqualTo(7);
    assertThat(me.getString("presence")).isEqualTo("OFFLINE");
    assertThat(me.getList("queues.id")).containsExactly(organisation.queueId().toString());
  }

  private static JsonPath conversations(Agent agent, @Nullable String after) {
    var request = agent.request().queryParam("limit", 2);
    if (after != null) {
      request.queryParam("after", after);
    }
    return request.get("/api/v1/me/conversations").then().statusCode(200).extract().jsonPath();
  }

  private static JsonPath messages(Agent agent, UUID conversationId, String after) {
    return agent
        .request()
        .queryParam("after", after)
        .queryParam("limit", 2)
        .get("/api/v1/conversations/{id}/messages", conversationId)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
