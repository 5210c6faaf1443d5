package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.parley.events.Attachment;
import io.parley.events.Channel;
import io.parley.events.Presence;
import io.parley.platform.file.FileStore;
import io.parley.routing.attachment.UnusedUploads;
import io.parley.testing.TestDatabase;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of agents, from the upload to outbound. */
@RoutingTest
class AttachmentTest {

  private static final int LARGEST = 5_242_880;

  @Inject FileStore store;
  @Inject UnusedUploads unused;
  @Inject MovableClock clock;

  @AfterEach
  void backToRealTime() {
    clock.reset();
  }

  @Test
  void uploadedFileGoesWithTheMessage() {
    // Given
    Agent agent = agentOf("twilio", Channel.SMS);
    UUID conversationId = accepted(agent);
    JsonPath uploaded =
        agent
            .upload(conversationId, "C:\\pictures\\receipt.png", "image/png", Files.PNG)
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    UUID id = uploaded.getUUID("id");

    // When
    agent
        .reply(conversationId, Map.of("text", "Here it is", "attachmentIds", List.of(id)))
        .then()
        .statusCode(201)
        .body("media[0].fileName", equalTo("receipt.png"));

    // Then
    assertThat(uploaded.getString("fileName")).isEqualTo("receipt.png");
    assertThat(uploaded.getString("contentType")).isEqualTo("image/png");
    assertThat(uploaded.getString("expiresAt")).isNotNull();
    assertThat(Told.replies(conversationId, 1).get(0).content().attachments())
        .containsExactly(new Attachment(id, "receipt.png", "image/png", Files.PNG.length));
    JsonPath thread = agent.thread(conversationId);
    assertThat(thread.getUUID("items[1].media[0].id")).isEqualTo(id);
    assertThat(thread.getString("items[1].media[0].state")).isEqualTo("STORED");
    assertThat(
            agent
                .request()
                .get("/api/v1/media/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray())
        .isEqualTo(Files.PNG);
  }

  static Stream<Arguments> refusedFiles() {
    return Stream.of(
        Arguments.of("setup.exe", "image/png", Files.PNG, 415, "must end in one of"),
        Arguments.of("picture.png", "image/png", Files.PROGRAM, 415, "not allowed"),
        Arguments.of("letter.docx", "image/png", Files.PNG, 415, "must end in one of"),
        Arguments.of("empty.png", "image/png", new byte[0], 415, "empty"),
        Arguments.of("form.png", "multipart/form-data", Files.PNG, 415, "Forms are not taken"),
        Arguments.of("large.png", "image/png", new byte[LARGEST + 1], 413, "5 MiB"));
  }

  @ParameterizedTest
  @MethodSource("refusedFiles")
  void fileIsRefusedAndNothingOfItIsKept(
      String name, String type, byte[] content, int status, String why) {
    // Given
    Agent agent = agentOf("twilio", Channel.SMS);
    UUID conversationId = accepted(agent);

    // When
    ValidatableResponse refusal = agent.upload(conversationId, name, type, content).then();

    // Then
    refusal
        .statusCode(status)
        .contentType("application/problem+json")
        .body("detail", containsString(why));
    assertThat(
            TestDatabase.number(
                "select count(*) from attachment where conversation_id = ?", conversationId))
        .isZero();
  }

  @Test
  void channelWithoutAttachmentsSaysSo() {
    // Given
    Agent agent = agentOf("azure", Channel.SMS);
    UUID conversationId = accepted(agent);

    // When
    ValidatableResponse refusal =
        agent.upload(conversationId, "receipt.png", "image/png", Files.PNG).then();

    // Then
    refusal
        .statusCode(415)
        .body("detail", equalTo("Attachments are not possible on this channel."));
  }

  @Test
  void nobodyUploadsToSomebodyElsesConversation() {
    // Given
    UUID conversationId = accepted(agentOf("twilio", Channel.SMS));
    Agent stranger = agentOf("twilio", Channel.SMS);

    // When
    ValidatableResponse refusal =
        stranger.upload(conversationId, "receipt.png", "image/png", Files.PNG).then();

    // Then
    refusal.statusCode(404);
  }

  @Test
  void unknownFileIsRefused() {
    // Given
    Agent agent = agentOf("twilio", Channel.SMS);
    UUID conversationId = accepted(agent);

    // When
    ValidatableResponse refusal = send(agent, conversationId, UUID.randomUUID());

    // Then
    refusal.statusCode(400).body("errors.pointer", hasItem("/attachmentIds/0"));
    assertThat(Told.replies(conversationId)).isEmpty();
  }

  @Test
  void somebodyElsesFileIsRefused() {
    // Given
    Agent other = agentOf("twilio", Channel.SMS);
    UUID id = uploaded(other, accepted(other));
    Agent agent = agentOf("twilio", Channel.SMS);

    // When
    ValidatableResponse refusal = send(agent, accepted(agent), id);

    // Then
    refusal.statusCode(400).body("detail", containsString("you have uploaded no file"));
  }

  @Test
  void fileOfAnotherConversationIsRefused() {
    // Given
    Agent agent = agentOf("twilio", Channel.SMS);
    UUID id = uploaded(agent, accepted(agent));
    UUID another = accepted(agent);

    // When
    ValidatableResponse refusal = send(agent, another, id);

    // Then
    refusal.statusCode(400).body("detail", containsString("another conversation"));
  }

  @Test
  void fileIsSentWithOneMessageOnly() {
    // Given
    Agent agent = agentOf("twilio", Channel.SMS);
    UUID conversationId = accepted(agent);
    UUID id = uploaded(agent, conversationId);
    send(agent, conversationId, id).statusCode(201);

    // When
    ValidatableResponse refusal = send(agent, conversationId, id);

    // Then
    refusal.statusCode(409).body("detail", containsString("sent with another message"));
    assertThat(Told.replies(conversationId, 1)).hasSize(1);
  }

  @Test
  void sameMessageWithAFileTwiceIsOneMessage() {
    // Given
    Agent agent = agentOf("twilio", Channel.SMS);
    UUID conversationId = accepted(agent);
    Map<String, Object> reply =
        Map.of("id", UUID.randomUUID(), "attachmentIds", List.of(uploaded(agent, conversationId)));
    agent.reply(conversationId, reply).then().statusCode(201);

    // When
    ValidatableResponse again = agent.reply(conversationId, reply).then();

    // Then
    again.statusCode(200).body("position", equalTo(2));
    assertThat(Told.replies(conversationId, 1)).hasSize(1);
  }

  @Test
  void sameFileTwiceInAMessageIsRefused() {
    // Given
    Agent agent = agentOf("twilio", Channel.SMS);
    UUID conversationId = accepted(agent);
    UUID id = uploaded(agent, conversationId);

    // When
    ValidatableResponse refusal =
        agent.reply(conversationId, Map.of("attachmentIds", List.of(id, id))).then();

    // Then
    refusal.statusCode(400).body("detail", containsString("twice"));
  }

  @Test
  void fileThatNobodySentIsRemovedAfterADayAndASentOneStays() throws IOException {
    // Given
    Agent agent = agentOf("twilio", Channel.SMS);
    UUID conversationId = accepted(agent);
    UUID sent = uploaded(agent, conversationId);
    UUID forgotten = uploaded(agent, conversationId);
    send(agent, conversationId, sent).statusCode(201);
    unused.sweep();
    assertThat(store.exists(forgotten)).isTrue();

    // When
    clock.advance(Duration.ofHours(24).plusMinutes(6));
    unused.sweep();

    // Then
    assertThat(store.exists(forgotten)).isFalse();
    assertThat(store.exists(sent)).isTrue();
    assertThat(TestDatabase.number("select count(*) from attachment where id = ?", forgotten))
        .isZero();
  }

  @Test
  void fileThatWaitedTooLongIsNotSent() {
    // Given
    Agent agent = agentOf("twilio", Channel.SMS);
    UUID conversationId = accepted(agent);
    UUID id = uploaded(agent, conversationId);
    TestDatabase.update(
        "update attachment set expires_at = now() - interval '1 second' where id = ?", id);

    // When
    ValidatableResponse refusal = send(agent, conversationId, id);

    // Then
    refusal.statusCode(400).body("detail", containsString("too long ago"));
  }

  @Test
  void otherRequestsMayNotBeAsLargeAsFiles() {
    // Given
    Agent agent = agentOf("twilio", Channel.SMS);
    UUID conversationId = accepted(agent);

    // When
    ValidatableResponse refusal = agent.reply(conversationId, "x".repeat(1_100_000)).then();

    // Then
    refusal.statusCode(413).body("type", equalTo("urn:parley:problem:too-large"));
  }

  @ParameterizedTest
  @CsvSource({
    "attachments?fileName=a.png, image/png, 5242881, 5 MiB",
    "messages, application/json, 1048577, ''"
  })
  void bodyOfUnknownLengthIsCutOffAtTheLimit(String path, String type, int length, String why)
      throws Exception {
    // Given
    Agent agent = agentOf("twilio", Channel.SMS);
    UUID conversationId = accepted(agent);
    byte[] body = " ".repeat(length).getBytes(StandardCharsets.US_ASCII);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:"
                        + RestAssured.port
                        + "/api/v1/conversations/"
                        + conversationId
                        + "/"
                        + path))
            .header("Authorization", "Bearer " + agent.token())
            .header("If-Match", "\"" + agent.version(conversationId) + "\"")
            .header("Content-Type", type)
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();

    // When
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> refusal = client.send(request, BodyHandlers.ofString());

      // Then
      assertThat(refusal.statusCode()).isEqualTo(413);
      assertThat(refusal.body()).contains(why);
    }
  }

  private static Agent agentOf(String provider, Channel channel) {
    return Organisation.builder().account(provider, channel).build().agent();
  }

  private static UUID accepted(Agent agent) {
    agent.becomes(Presence.AVAILABLE);
    agent.organisation().customer().writes("Hello");
    return agent.takesNext();
  }

  private static UUID uploaded(Agent agent, UUID conversationId) {
    return agent
        .upload(conversationId, "receipt.png", "image/png", Files.PNG)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("id");
  }

  private static ValidatableResponse send(Agent agent, UUID conversationId, UUID attachmentId) {
    return agent
        .reply(conversationId, Map.of("text", "Here", "attachmentIds", List.of(attachmentId)))
        .then();
  }
}
