package io.parley.routing.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.parley.events.ConversationState;
import io.parley.events.Presence;
import io.parley.events.configuration.User;
import io.parley.events.configuration.User.Role;
import io.parley.testing.ConfigurationTopic;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestTokens;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agents' API refuses, and that a refusal changes nothing. */
@RoutingTest
class RefusalTest {

  @Test
  void secondAcceptIsRefusedAndChangesNothing() {
    // Given
    Agent agent = Organisation.standard().agent();
    Offered offer = offerTo(agent);
    agent.accept(offer).then().statusCode(200);
    Object before = stored(offer.conversationId());

    // When
    ValidatableResponse refusal = agent.accept(offer).then();

    // Then
    refusal
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:parley:problem:state-conflict"))
        .body("detail", containsString("accepted"));
    assertThat(stored(offer.conversationId())).isEqualTo(before);
    assertThat(agent.load()).isEqualTo(1);
  }

  @Test
  void lateDeclineIsRefusedAndChangesNothing() {
    // Given
    Agent agent = Organisation.standard().agent();
    Offered offer = offerTo(agent);
    agent.accept(offer).then().statusCode(200);
    Object before = stored(offer.conversationId());

    // When
    ValidatableResponse refusal = agent.decline(offer).then();

    // Then
    refusal.statusCode(409);
    assertThat(stored(offer.conversationId())).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"end", "close", "reopen"})
  void commandBasedOnAnOlderVersionIsRefusedAndChangesNothing(String command) {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);
    long old = agent.version(conversationId) - 1;
    Object before = stored(conversationId);

    // When
    ValidatableResponse refusal = agent.command(conversationId, command, old).then();

    // Then
    refusal
        .statusCode(409)
        .body("type", equalTo("urn:parley:problem:version-conflict"))
        .body("detail", containsString("ACTIVE (IN_CONVERSATION)"));
    assertThat(stored(conversationId)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"end", "close"})
  void sameCommandTwiceIsRefusedTheSecondTime(String command) {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);
    long version = agent.version(conversationId);
    agent.command(conversationId, command, version).then().statusCode(200);
    Object before = stored(conversationId);

    // When
    ValidatableResponse refusal = agent.command(conversationId, command, version).then();

    // Then
    refusal.statusCode(409);
    assertThat(stored(conversationId)).isEqualTo(before);
  }

  @Test
  void replyBasedOnAnOlderVersionIsRefusedAndChangesNothing() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);
    long version = agent.version(conversationId);
    agent.command(conversationId, "end").then().statusCode(200);
    Object before = stored(conversationId);

    // When
    ValidatableResponse refusal =
        agent.reply(conversationId, version, Map.of("text", "Too late")).then();

    // Then
    refusal.statusCode(409);
    assertThat(stored(conversationId)).isEqualTo(before);
    assertThat(Told.replies(conversationId)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"end", "reopen"})
  void commandThatTheStateDoesNotHaveIsRefused(String command) {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);
    agent.command(conversationId, "end").then().statusCode(200);

    // When
    ValidatableResponse refusal = agent.command(conversationId, command).then();

    // Then
    refusal
        .statusCode(409)
        .body("type", equalTo("urn:parley:problem:state-conflict"))
        .body("detail", containsString("WRAP_UP (AGENT_MOVED_TO_WRAP_UP)"));
  }

  @Test
  void closedConversationCannotBeReopened() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);
    agent.command(conversationId, "end").then().statusCode(200);
    agent.command(conversationId, "close").then().statusCode(200);

    // When
    ValidatableResponse refusal = agent.command(conversationId, "reopen").then();

    // Then
    refusal.statusCode(409);
    assertThat(agent.state(conversationId)).isEqualTo(ConversationState.CLOSED.name());
  }

  @Test
  void conversationThatWentToAnotherAgentSaysSo() {
    // Given
    Organisation organisation = Organisation.builder().agents(5, 4).build();
    Agent first = organisation.agents().get(0).becomes(Presence.AVAILABLE);
    Agent second = organisation.agents().get(1).becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    Offered declined = first.awaitOffer();
    first.decline(declined).then().statusCode(200);
    UUID conversationId = second.takesNext();

    // When
    ValidatableResponse refusal = first.command(conversationId, "end").then();

    // Then
    refusal.statusCode(409).body("detail", containsString("no longer yours"));
  }

  @Test
  void commandWithoutVersionIsRefused() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);

    // When
    ValidatableResponse refusal =
        agent.request().post("/api/v1/conversations/{id}/end", conversationId).then();

    // Then
    refusal.statusCode(428).body("type", equalTo("urn:parley:problem:version-required"));
  }

  @Test
  void presenceBasedOnAnOlderVersionIsRefused() {
    // Given
    Agent agent = Organisation.standard().agent();
    long version = agent.me().getLong("version");
    agent.becomes(Presence.AWAY);

    // When
    ValidatableResponse refusal =
        agent
            .basedOn(version)
            .contentType("application/json")
            .body(Map.of("presence", "AVAILABLE"))
            .put("/api/v1/me/presence")
            .then();

    // Then
    refusal.statusCode(409);
    assertThat(agent.me().getString("presence")).isEqualTo("AWAY");
  }

  @Test
  void malformedVersionIsRefused() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);

    // When
    ValidatableResponse refusal =
        agent
            .request()
            .header("If-Match", "*")
            .post("/api/v1/conversations/{id}/end", conversationId)
            .then();

    // Then
    refusal.statusCode(400).body("errors.pointer", hasItem("If-Match"));
  }

  @Test
  void unknownPresenceIsRefusedWithThePlace() {
    // Given
    Agent agent = Organisation.standard().agent();

    // When
    ValidatableResponse refusal =
        agent
            .basedOn(1)
            .contentType("application/json")
            .body(Map.of("presence", "ASLEEP"))
            .put("/api/v1/me/presence")
            .then();

    // Then
    refusal.statusCode(400).body("errors.pointer", hasItem("/presence"));
  }

  @Test
  void longestTextIsAccepted() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);

    // When
    ValidatableResponse response = agent.reply(conversationId, "x".repeat(1600)).then();

    // Then
    response.statusCode(201);
    assertThat(Told.replies(conversationId, 1).get(0).content().text()).hasSize(1600);
  }

  @Test
  void longerTextIsRefusedWithThePlace() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);

    // When
    ValidatableResponse refusal = agent.reply(conversationId, "x".repeat(1601)).then();

    // Then
    refusal
        .statusCode(400)
        .body("type", equalTo("urn:parley:problem:invalid-request"))
        .body("errors.pointer", hasItem("/text"));
  }

  @Test
  void emptyReplyIsRefused() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);

    // When
    ValidatableResponse refusal = agent.reply(conversationId, Map.of("text", " ")).then();

    // Then
    refusal.statusCode(400).body("errors.pointer", hasItem("/text"));
  }

  @Test
  void attachmentThatIsNotHttpsIsRefused() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);

    // When
    ValidatableResponse refusal =
        agent
            .reply(conversationId, Map.of("mediaUrls", List.of("http://example.org/a.png")))
            .then();

    // Then
    refusal.statusCode(400).body("errors.pointer", hasItem("/mediaUrls"));
  }

  @Test
  void templateBesideTextIsRefused() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);

    // When
    ValidatableResponse refusal =
        agent
            .reply(conversationId, Map.of("text", "Hi", "template", Map.of("reference", "HX1")))
            .then();

    // Then
    refusal.statusCode(400).body("errors.pointer", hasItem("/template"));
  }

  @Test
  void unknownFieldIsRefused() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);

    // When
    ValidatableResponse refusal =
        agent.reply(conversationId, Map.of("text", "Hi", "txt", "Hi")).then();

    // Then
    refusal.statusCode(400).body("errors.pointer", hasItem("/txt"));
  }

  @Test
  void somebodyElsesConversationDoesNotExist() {
    // Given
    UUID conversationId = accepted(Organisation.standard().agent());
    Agent stranger = Organisation.standard().agent();

    // When
    ValidatableResponse refusal = stranger.read(conversationId).then();

    // Then
    refusal.statusCode(404);
    stranger.command(conversationId, "end", 1).then().statusCode(404);
    stranger
        .request()
        .get("/api/v1/conversations/{id}/messages", conversationId)
        .then()
        .statusCode(404);
  }

  @Test
  void somebodyElsesOfferDoesNotExist() {
    // Given
    Offered offer = offerTo(Organisation.standard().agent());
    Agent stranger = Organisation.standard().agent();

    // When
    ValidatableResponse refusal = stranger.accept(offer).then();

    // Then
    refusal.statusCode(404);
  }

  @Test
  void colleagueOfTheQueueMayReadAndNotAct() {
    // Given
    Organisation organisation = Organisation.builder().agents(2, 2).build();
    Agent owner = organisation.agents().get(0);
    Agent colleague = organisation.agents().get(1);
    UUID conversationId = accepted(owner);

    // When
    ValidatableResponse refusal = colleague.command(conversationId, "end").then();

    // Then
    refusal.statusCode(403).body("type", equalTo("urn:parley:problem:forbidden"));
    colleague.read(conversationId).then().statusCode(200);
  }

  @Test
  void requestWithoutTokenIsRefused() {
    given()
        .get("/api/v1/me")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer");
  }

  @Test
  void tokenOfAnotherRoleIsRefused() {
    // Given
    UUID supervisor = UUID.randomUUID();
    Organisation.awaitInForce(
        ConfigurationTopic.publish(
            new User(
                supervisor,
                "Supervisor",
                supervisor + "@example.org",
                Set.of(Role.SUPERVISOR),
                0,
                true)));

    // Then
    given()
        .auth()
        .oauth2(TestTokens.token(supervisor, Role.SUPERVISOR))
        .get("/api/v1/me")
        .then()
        .statusCode(403);
  }

  @Test
  void userWhomNobodyConfiguredIsRefused() {
    given()
        .auth()
        .oauth2(TestTokens.token(UUID.randomUUID(), Role.AGENT))
        .get("/api/v1/me")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
  }

  @Test
  void usedMessageIdWithAnotherTextIsRefusedAndNotSwallowed() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);
    UUID messageId = UUID.randomUUID();
    agent.reply(conversationId, Map.of("id", messageId, "text", "first")).then().statusCode(201);

    // When
    ValidatableResponse refusal =
        agent.reply(conversationId, Map.of("id", messageId, "text", "second")).then();

    // Then
    refusal.statusCode(409).body("type", equalTo("urn:parley:problem:already-exists"));
    assertThat(agent.thread(conversationId).getList("items.text")).doesNotContain("second");
  }

  @Test
  void sameReplyTwiceIsOneMessage() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);
    Map<String, Object> reply = Map.of("id", UUID.randomUUID(), "text", "Once");
    agent.reply(conversationId, reply).then().statusCode(201);

    // When
    ValidatableResponse again = agent.reply(conversationId, reply).then();

    // Then
    again.statusCode(200).body("position", equalTo(2));
    assertThat(agent.thread(conversationId).getList("items.text")).containsExactly("Hello", "Once");
    agent.reply(conversationId, "Twice").then().statusCode(201);
    assertThat(Told.replies(conversationId, 2)).hasSize(2);
  }

  @Test
  void messageIdOfAnotherConversationIsRefused() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);
    Map<String, Object> reply = Map.of("id", UUID.randomUUID(), "text", "Mine");
    agent.reply(conversationId, reply).then().statusCode(201);
    Agent other = Organisation.standard().agent();
    UUID elsewhere = accepted(other);

    // When
    ValidatableResponse refusal = other.reply(elsewhere, reply).then();

    // Then
    refusal.statusCode(409).body("type", equalTo("urn:parley:problem:already-exists"));
  }

  private static Offered offerTo(Agent agent) {
    agent.becomes(Presence.AVAILABLE);
    agent.organisation().customer().writes("Hello");
    return agent.awaitOffer();
  }

  private static UUID accepted(Agent agent) {
    Offered offer = offerTo(agent);
    agent.accept(offer).then().statusCode(200);
    return offer.conversationId();
  }

  private static List<Map<String, @Nullable Object>> stored(UUID conversationId) {
    return TestDatabase.query(
        "select c.*, (select count(*) from message where conversation_id = c.id) messages,"
            + " (select count(*) from session where conversation_id = c.id) sessions"
            + " from conversation c where id = ?",
        conversationId);
  }
}
