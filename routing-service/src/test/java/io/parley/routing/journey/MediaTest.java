package io.parley.routing.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.parley.events.Event;
import io.parley.events.Media;
import io.parley.events.MediaRequested;
import io.parley.events.MediaUpdated;
import io.parley.events.MediaUpdated.State;
import io.parley.events.MessageReceived;
import io.parley.events.Presence;
import io.parley.events.Topic;
import io.parley.events.TraceParent;
import io.parley.events.configuration.User;
import io.parley.events.configuration.User.Role;
import io.parley.platform.file.FileStore;
import io.parley.platform.file.NewFile;
import io.parley.testing.ConfigurationTopic;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestKafka;
import io.parley.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of customers, from the message to the agent's screen. */
@RoutingTest
class MediaTest {

  private static final Random RANDOM = new Random(3);
  private static final Media PICTURE =
      new Media(URI.create("https://api.twilio.com/Media/ME1"), "image/png");

  @Inject FileStore store;

  @Test
  void fileOfAMessageIsPendingUntilOutboundHasIt() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);

    // When
    Event<MessageReceived> message = organisation.customer().withMedia("Look", PICTURE);
    TestKafka.send(message);
    UUID conversationId = agent.takesNext();

    // Then
    JsonPath thread = agent.thread(conversationId);
    assertThat(thread.getList("items[0].media")).hasSize(1);
    assertThat(thread.getUUID("items[0].media[0].id")).isEqualTo(message.data().mediaId(0));
    assertThat(thread.getString("items[0].media[0].state")).isEqualTo("PENDING");
    assertThat(thread.getString("items[0].media[0].contentType")).isEqualTo("image/png");
    assertThat(thread.getString("items[0].media[0].url")).isNull();
  }

  @Test
  void storedFileIsShownAndTheStreamSaysSo() {
    // Given
    Given given = arrived(PICTURE);
    try (Stream stream = Stream.open(given.agent)) {

      // When
      tell(given.message, 0, 2, State.STORED, null);

      // Then
      await()
          .untilAsserted(
              () ->
                  assertThat(given.agent.thread(given.conversationId).getString(state(0)))
                      .isEqualTo("STORED"));
      JsonPath thread = given.agent.thread(given.conversationId);
      assertThat(thread.getString("items[0].media[0].fileName")).isEqualTo("holiday.png");
      assertThat(thread.getLong("items[0].media[0].size")).isEqualTo(Files.PNG.length);
      JsonPath told =
          await()
              .until(
                  () ->
                      stream.events().stream()
                          .filter(e -> "media.changed".equals(e.getString("type")))
                          .toList(),
                  events -> !events.isEmpty())
              .get(0);
      assertThat(told.getUUID("data.conversationId")).isEqualTo(given.conversationId);
      assertThat(told.getUUID("data.media.id")).isEqualTo(given.message.mediaId(0));
      assertThat(told.getString("data.media.state")).isEqualTo("STORED");
      assertThat(told.getUUID("data.messageId")).isEqualTo(thread.getUUID("items[0].id"));
    }
  }

  @Test
  void fileOfAMessageThatIsOlderThanFetchingIsUnavailable() {
    // Given
    Given given = arrived(PICTURE);

    // When
    TestDatabase.update("delete from media where id = ?", given.id());

    // Then
    JsonPath thread = given.agent.thread(given.conversationId);
    assertThat(thread.getString(state(0))).isEqualTo("UNAVAILABLE");
    assertThat(thread.getString("items[0].media[0].reason")).isNotBlank();
  }

  @Test
  void typeThatCannotBeStoredDoesNotHoldUpTheMessage() {
    // When
    Given given = arrived(new Media(PICTURE.url(), "image/\0png"));

    // Then
    assertThat(given.agent.thread(given.conversationId).getString("items[0].media[0].contentType"))
        .isEqualTo("image/png");
  }

  @Test
  void stateThatComesBeforeItsMessageIsKept() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Event<MessageReceived> message = organisation.customer().withMedia("Look", PICTURE);
    tell(message.data(), 0, 2, State.STORED, null);
    await()
        .until(
            () ->
                TestDatabase.number(
                    "select count(*) from media where id = ?", message.data().mediaId(0)),
            count -> count == 1);

    // When
    TestKafka.send(message);
    UUID conversationId = agent.takesNext();

    // Then
    assertThat(agent.thread(conversationId).getString(state(0))).isEqualTo("STORED");
  }

  @Test
  void olderVersionChangesNothing() {
    // Given
    Given given = arrived(PICTURE, PICTURE);
    tell(given.message, 0, 4, State.UNAVAILABLE, "The provider's server does not answer.");
    awaitState(given, 0, "UNAVAILABLE");

    // When
    tell(given.message, 0, 3, State.PENDING, "The provider's server does not answer.");
    tell(given.message, 0, 4, State.STORED, null);
    tell(given.message, 1, 2, State.STORED, null);

    // Then
    awaitState(given, 1, "STORED");
    await()
        .during(java.time.Duration.ofMillis(300))
        .untilAsserted(
            () ->
                assertThat(given.agent.thread(given.conversationId).getString(state(0)))
                    .isEqualTo("UNAVAILABLE"));
  }

  @Test
  void contentIsGivenToThoseWhoMayReadTheConversation() throws IOException {
    // Given
    Given given = storedPicture();

    // When
    ValidatableResponse response =
        given.agent.request().get("/api/v1/media/{id}", given.id()).then();

    // Then
    response
        .statusCode(200)
        .contentType("image/png")
        .header("Content-Length", Integer.toString(Files.PNG.length))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", containsString("sandbox"))
        .header("Content-Disposition", startsWith("inline; filename=\"holiday.png\""));
    assertThat(response.extract().asByteArray()).isEqualTo(Files.PNG);
    String tag = response.extract().header("ETag");
    given
        .agent
        .request()
        .head("/api/v1/media/{id}", given.id())
        .then()
        .statusCode(200)
        .header("Content-Length", Integer.toString(Files.PNG.length));
    given
        .agent
        .request()
        .header("If-None-Match", tag)
        .get("/api/v1/media/{id}", given.id())
        .then()
        .statusCode(304)
        .header("ETag", tag);
  }

  @ParameterizedTest
  @EnumSource(names = {"SUPERVISOR", "ADMINISTRATOR"})
  void contentIsGivenToSupervisorsAndAdministrators(Role role) throws IOException {
    // Given
    Given given = storedPicture();
    UUID user = UUID.randomUUID();
    Organisation.awaitInForce(
        ConfigurationTopic.publish(
            new User(user, "U", user + "@example.org", Set.of(role), 0, true)));

    // Then
    given()
        .auth()
        .oauth2(TestTokens.token(user, role))
        .get("/api/v1/media/{id}", given.id())
        .then()
        .statusCode(200);
  }

  @Test
  void strangersFindNoFile() throws IOException {
    // Given
    Given given = storedPicture();
    Agent stranger = Organisation.standard().agent();

    // Then
    stranger
        .request()
        .get("/api/v1/media/{id}", given.id())
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    stranger.request().post("/api/v1/media/{id}/retry", given.id()).then().statusCode(404);
    given().get("/api/v1/media/{id}", given.id()).then().statusCode(401);
    given.agent.request().get("/api/v1/media/{id}", UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void pageOfACustomerIsSavedAndNotShown() throws IOException {
    // Given
    Given given = arrived(new Media(PICTURE.url(), "text/html"));
    store.put(
        new NewFile(given.id(), "page.html", "text/html", null),
        new ByteArrayInputStream(Files.PAGE),
        1000);
    tell(given.message, 0, 2, State.STORED, null);
    awaitState(given, 0, "STORED");

    // Then
    given
        .agent
        .request()
        .get("/api/v1/media/{id}", given.id())
        .then()
        .statusCode(200)
        .header("Content-Disposition", startsWith("attachment"));
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, 409, still being fetched",
    "UNAVAILABLE, 409, The server is away.",
    "REFUSED, 404, The server is away.",
    "STORED, 404, not kept any more"
  })
  void fileThatIsNotThereSaysWhy(State state, int status, String why) {
    // Given
    Given given = arrived(PICTURE);
    tell(given.message, 0, 2, state, state == State.STORED ? null : "The server is away.");
    awaitVersion(given, 2);

    // Then
    given
        .agent
        .request()
        .get("/api/v1/media/{id}", given.id())
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("detail", containsString(why));
  }

  @Test
  void unavailableFileIsAskedForAgain() {
    // Given
    Given given = arrived(PICTURE);
    tell(given.message, 0, 2, State.UNAVAILABLE, "The server is away.");
    awaitState(given, 0, "UNAVAILABLE");

    // When
    given.agent.request().post("/api/v1/media/{id}/retry", given.id()).then().statusCode(202);

    // Then
    MediaRequested request =
        await()
            .until(
                () ->
                    TestKafka.data(Topic.REPLIES, MediaRequested.class).stream()
                        .filter(r -> r.mediaId().equals(given.id()))
                        .toList(),
                requests -> !requests.isEmpty())
            .get(0);
    assertThat(request.conversationId()).isEqualTo(given.conversationId);
    assertThat(request.requestedBy()).isEqualTo(given.agent.id().toString());
    assertThat(TestDatabase.query("select requested_by from media where id = ?", given.id()))
        .extracting(row -> row.get("requested_by"))
        .containsExactly(given.agent.id());
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, being fetched already",
    "STORED, need not be fetched",
    "REFUSED, The server is away."
  })
  void fileInAnotherStateIsNotAskedFor(State state, String why) {
    // Given
    Given given = arrived(PICTURE);
    tell(given.message, 0, 2, state, "The server is away.");
    awaitVersion(given, 2);

    // When
    ValidatableResponse refusal =
        given.agent.request().post("/api/v1/media/{id}/retry", given.id()).then();

    // Then
    refusal
        .statusCode(409)
        .body("type", equalTo("urn:parley:problem:state-conflict"))
        .body("detail", containsString(why));
  }

  private record Given(Agent agent, UUID conversationId, MessageReceived message) {

    UUID id() {
      return message.mediaId(0);
    }
  }

  private static Given arrived(Media... media) {
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Event<MessageReceived> message = organisation.customer().withMedia("Look", media);
    TestKafka.send(message);
    return new Given(agent, agent.takesNext(), message.data());
  }

  private Given storedPicture() throws IOException {
    Given given = arrived(PICTURE);
    store.put(
        new NewFile(given.id(), "holiday.png", "image/png", null),
        new ByteArrayInputStream(Files.PNG),
        1000);
    tell(given.message, 0, 2, State.STORED, null);
    awaitState(given, 0, "STORED");
    return given;
  }

  private static void awaitState(Given given, int index, String expected) {
    await()
        .untilAsserted(
            () ->
                assertThat(given.agent.thread(given.conversationId).getString(state(index)))
                    .isEqualTo(expected));
  }

  private static void awaitVersion(Given given, long version) {
    await()
        .until(
            () -> TestDatabase.number("select version from media where id = ?", given.id()),
            found -> found == version);
  }

  private static String state(int index) {
    return "items[0].media[" + index + "].state";
  }

  private static void tell(
      MessageReceived message, int index, long version, State state, @Nullable String reason) {
    UUID id = message.mediaId(index);
    boolean stored = state == State.STORED;
    TestKafka.send(
        new Event<>(
            id + "/" + version + "/" + state,
            "/parley/outbound",
            id.toString(),
            Instant.now(),
            TraceParent.begin(RANDOM),
            id.toString(),
            new MediaUpdated(
                id,
                message.accountId(),
                message.channelAddressId(),
                message.from().value(),
                message.providerMessageId(),
                index,
                version,
                state,
                stored ? "image/png" : null,
                stored ? "holiday.png" : null,
                stored ? (long) Files.PNG.length : null,
                reason,
                1,
                null,
                Instant.now())));
  }
}
