package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.DeliveryReason;
import io.parley.events.DeliveryState;
import io.parley.events.DeliveryUpdated;
import io.parley.events.Event;
import io.parley.events.FailureCause;
import io.parley.events.Presence;
import io.parley.events.TraceParent;
import io.parley.testing.TestKafka;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What outbound says about replies, seen in the thread. */
@RoutingTest
class DeliveryTest {

  private static final Random RANDOM = new Random(5);

  @Test
  void replyIsQueuedUntilOutboundSaysMore() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);

    // When
    replied(agent, conversationId);

    // Then
    assertThat(agent.thread(conversationId).getString("items[1].delivery.state"))
        .isEqualTo("QUEUED");
  }

  @Test
  void failureShowsItsReason() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);
    UUID messageId = replied(agent, conversationId);

    // When
    tell(
        conversationId,
        messageId,
        1,
        DeliveryState.REJECTED,
        new DeliveryReason(FailureCause.WINDOW_CLOSED, "The 24-hour window is closed.", "63016"));

    // Then
    awaitState(agent, conversationId, "REJECTED");
    JsonPath thread = agent.thread(conversationId);
    assertThat(thread.getString("items[1].delivery.reason.cause")).isEqualTo("WINDOW_CLOSED");
    assertThat(thread.getString("items[1].delivery.reason.text")).contains("24-hour window");
  }

  @Test
  void olderVersionThatComesLaterChangesNothing() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);
    UUID messageId = replied(agent, conversationId);
    tell(conversationId, messageId, 3, DeliveryState.DELIVERED, null);
    awaitState(agent, conversationId, "DELIVERED");

    // When
    tell(conversationId, messageId, 2, DeliveryState.SENT, null);
    tell(conversationId, messageId, 3, DeliveryState.DELIVERED, null);
    UUID marker = replied(agent, conversationId);
    tell(conversationId, marker, 1, DeliveryState.SENT, null);

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(agent.thread(conversationId).getString("items[2].delivery.state"))
                    .isEqualTo("SENT"));
    awaitState(agent, conversationId, "DELIVERED");
  }

  @Test
  void deliveryOfAMessageThatIsInNoThreadIsPassedOver() {
    // Given
    Agent agent = Organisation.standard().agent();
    UUID conversationId = accepted(agent);
    UUID messageId = replied(agent, conversationId);

    // When
    tell(conversationId, UUID.randomUUID(), 1, DeliveryState.SENT, null);
    tell(conversationId, messageId, 1, DeliveryState.READ, null);

    // Then
    awaitState(agent, conversationId, "READ");
  }

  private static UUID accepted(Agent agent) {
    agent.becomes(Presence.AVAILABLE);
    agent.organisation().customer().writes("Hello");
    return agent.takesNext();
  }

  private static UUID replied(Agent agent, UUID conversationId) {
    return UUID.fromString(
        agent
            .reply(conversationId, "Hi")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getString("id"));
  }

  private static void awaitState(Agent agent, UUID conversationId, String state) {
    await()
        .untilAsserted(
            () ->
                assertThat(agent.thread(conversationId).getString("items[1].delivery.state"))
                    .isEqualTo(state));
  }

  private static void tell(
      UUID conversationId,
      UUID messageId,
      long version,
      DeliveryState state,
      @Nullable DeliveryReason reason) {
    Instant now = Instant.now();
    TestKafka.send(
        new Event<>(
            messageId + "/" + version,
            "/parley/outbound",
            conversationId.toString(),
            now,
            TraceParent.begin(RANDOM),
            conversationId.toString(),
            new DeliveryUpdated(
                messageId, conversationId, version, state, null, null, reason, 1, null, now)));
  }
}
