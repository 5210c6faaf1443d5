package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.ConversationEvent;
import io.parley.events.Presence;
import io.parley.testing.TestDatabase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator replaces a queue by another while it is in use. */
@RoutingTest
class DeletedQueueTest {

  @Inject MovableClock clock;

  @AfterEach
  void backToRealTime() {
    clock.reset();
  }

  @Test
  void whatWaitsInADeletedQueueMovesToThePresentFallbackQueue() {
    // Given
    Organisation organisation = Organisation.standard();
    Customer customer = organisation.customer();
    customer.writes("Hello");
    UUID conversationId = customer.awaitConversation();
    UUID other = organisation.replacesItsQueue();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);

    // When
    clock.advance(Duration.ofSeconds(11));

    // Then
    assertThat(agent.takesNext()).isEqualTo(conversationId);
    assertThat(Told.until(conversationId, ConversationEvent.Queued.class, 2))
        .extracting(ConversationEvent.Queued::queueId)
        .containsExactly(organisation.queueId(), other);
    assertThat(
            TestDatabase.number(
                "select count(*) from queue_segment where conversation_id = ? and left_at is not null",
                conversationId))
        .isEqualTo(2);
  }

  @Test
  void whatReturnsFromWaitingGoesToThePresentFallbackQueueAtOnce() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();
    customer.writes("Hello");
    UUID conversationId = agent.takesNext();
    agent.command(conversationId, "close").then().statusCode(200);
    UUID other = organisation.replacesItsQueue();

    // When
    customer.writes("Are you still there?");

    // Then
    assertThat(agent.takesNext()).isEqualTo(conversationId);
    assertThat(Told.until(conversationId, ConversationEvent.Queued.class, 2))
        .extracting(ConversationEvent.Queued::queueId)
        .containsExactly(organisation.queueId(), other);
  }
}
