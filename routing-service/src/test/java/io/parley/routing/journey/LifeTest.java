package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.ConversationEvent;
import io.parley.events.ConversationEvent.StateChanged;
import io.parley.events.ConversationState;
import io.parley.events.Presence;
import io.parley.events.StateReason;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestKafka;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Conversations from their beginning to each of their ends. */
@RoutingTest
class LifeTest {

  @Inject MovableClock clock;

  @AfterEach
  void backToRealTime() {
    clock.reset();
  }

  @Test
  void endedConversationKeepsItsCapacityUntilItIsClosed() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    UUID conversationId = agent.takesNext();
    agent.command(conversationId, "end").then().statusCode(200);
    int inWrapUp = agent.load();

    // When
    agent.command(conversationId, "close").then().statusCode(200);

    // Then
    assertThat(inWrapUp).isEqualTo(1);
    assertThat(agent.load()).isZero();
    assertThat(Told.untilState(conversationId, c -> c.to() == ConversationState.CLOSED).reason())
        .isEqualTo(StateReason.CONVERSATION_ENDED_BY_AGENT);
  }

  @Test
  void customerWhoWritesAgainComesBackFromWaitingToTheQueue() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();
    customer.writes("Hello");
    UUID conversationId = agent.takesNext();
    agent.command(conversationId, "close").then().statusCode(200);
    String parked = agent.state(conversationId);

    // When
    customer.writes("Are you still there?");

    // Then
    assertThat(parked).isEqualTo("WAITING");
    assertThat(agent.takesNext()).isEqualTo(conversationId);
    assertThat(agent.thread(conversationId).getList("items.text"))
        .containsExactly("Hello", "Are you still there?");
    assertThat(customer.conversations()).containsExactly(conversationId);
  }

  @Test
  void agentReopensWhatWaits() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    UUID conversationId = agent.takesNext();
    agent.command(conversationId, "close").then().statusCode(200);

    // When
    agent.command(conversationId, "reopen").then().statusCode(200);

    // Then
    assertThat(agent.state(conversationId)).isEqualTo("ACTIVE");
    assertThat(agent.load()).isEqualTo(1);
    agent.reply(conversationId, "One more thing").then().statusCode(201);
  }

  @Test
  void messageDuringWrapUpOpensAnotherConversation() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();
    customer.writes("Hello");
    UUID conversationId = agent.takesNext();
    agent.command(conversationId, "end").then().statusCode(200);

    // When
    customer.writes("Something else");

    // Then
    List<UUID> conversations = customer.awaitConversations(2);
    assertThat(conversations.get(0)).isEqualTo(conversationId);
    assertThat(agent.takesNext()).isEqualTo(conversations.get(1));
    assertThat(agent.thread(conversations.get(1)).getList("items.text"))
        .containsExactly("Something else");
  }

  @Test
  void openConversationIsClosedAfterThirtyDays() {
    // Given
    Organisation organisation = Organisation.standard();
    Customer customer = organisation.customer();
    customer.writes("Hello");
    UUID conversationId = customer.awaitConversation();

    // When
    clock.advance(Duration.ofDays(30).plusMinutes(1));

    // Then
    assertThat(closed(conversationId).reason()).isEqualTo(StateReason.AUTO_CLOSED_BY_SYSTEM);
  }

  @Test
  void activeConversationIsClosedAfterThirtyDaysAndFreesItsAgent() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    UUID conversationId = agent.takesNext();

    // When
    clock.advance(Duration.ofDays(30).plusMinutes(1));

    // Then
    assertThat(closed(conversationId).reason()).isEqualTo(StateReason.AUTO_CLOSED_BY_SYSTEM);
    assertThat(agent.load()).isZero();
  }

  @Test
  void waitingConversationIsClosedAfterTheWorkstreamsInactivity() {
    // Given
    Organisation organisation = Organisation.builder().inactivity(Duration.ofHours(8)).build();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    UUID conversationId = agent.takesNext();
    agent.command(conversationId, "close").then().statusCode(200);

    // When
    clock.advance(Duration.ofHours(8).plusMinutes(1));

    // Then
    assertThat(closed(conversationId).reason())
        .isEqualTo(StateReason.AUTO_CLOSED_FROM_WAITING_STATE);
  }

  @Test
  void wrapUpIsClosedAfterADayAndFreesItsAgent() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    UUID conversationId = agent.takesNext();
    agent.command(conversationId, "end").then().statusCode(200);

    // When
    clock.advance(Duration.ofDays(1).plusMinutes(1));

    // Then
    assertThat(closed(conversationId).reason()).isEqualTo(StateReason.AUTO_CLOSED_BY_SYSTEM);
    assertThat(agent.load()).isZero();
  }

  @Test
  void closedConversationIsFollowedByANewOne() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();
    customer.writes("Hello");
    UUID first = agent.takesNext();
    agent.command(first, "end").then().statusCode(200);
    agent.command(first, "close").then().statusCode(200);

    // When
    customer.writes("Hello again");

    // Then
    assertThat(agent.takesNext()).isNotEqualTo(first);
    assertThat(customer.conversations()).hasSize(2);
  }

  @Test
  void everythingIsToldInOrderWithoutGaps() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();
    customer.writes("Hello");
    UUID conversationId = agent.takesNext();
    agent.reply(conversationId, "Hi").then().statusCode(201);
    agent.command(conversationId, "close").then().statusCode(200);
    customer.writes("Me again");
    agent.takesNext();
    agent.command(conversationId, "end").then().statusCode(200);

    // When
    agent.command(conversationId, "close").then().statusCode(200);

    // Then
    List<ConversationEvent> told =
        Told.until(
            conversationId,
            last -> last instanceof StateChanged c && c.to() == ConversationState.CLOSED);
    assertThat(told)
        .extracting(ConversationEvent::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, told.size()).boxed().toList());
    assertThat(told)
        .filteredOn(StateChanged.class::isInstance)
        .extracting(event -> ((StateChanged) event).reason())
        .containsExactly(
            StateReason.AWAITING_AGENT_ASSIGNMENT,
            StateReason.AWAITING_AGENT_ACCEPTANCE,
            StateReason.IN_CONVERSATION,
            StateReason.AWAITING_CUSTOMER_RESPONSE,
            StateReason.AWAITING_AGENT_ASSIGNMENT,
            StateReason.AWAITING_AGENT_ACCEPTANCE,
            StateReason.IN_CONVERSATION,
            StateReason.AGENT_MOVED_TO_WRAP_UP,
            StateReason.CONVERSATION_ENDED_BY_AGENT);
    assertThat(
            TestDatabase.number(
                "select count(*) from session where conversation_id = ? and closed_at is not null and closure_reason is not null",
                conversationId))
        .isEqualTo(2);
    assertThat(
            TestDatabase.number(
                "select count(*) from queue_segment where conversation_id = ? and left_at is not null",
                conversationId))
        .isEqualTo(2);
  }

  @Test
  void threadHasThePlacesInTheOrderOfArrival() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();
    Instant now = Instant.now();
    customer.writes("1");
    UUID conversationId = agent.takesNext();

    // When
    for (int i = 2; i <= 40; i++) {
      TestKafka.send(customer.message(Integer.toString(i), now.minusSeconds(i)));
    }

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(agent.thread(conversationId).getList("items.text"))
                    .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 40).mapToObj(Long::toString).toList()));
    assertThat(agent.thread(conversationId).getList("items.position", Long.class))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
  }

  private static StateChanged closed(UUID conversationId) {
    return Told.untilState(conversationId, change -> change.to() == ConversationState.CLOSED);
  }
}
