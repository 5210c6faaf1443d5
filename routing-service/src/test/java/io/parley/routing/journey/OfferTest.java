package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.AgentEvent;
import io.parley.events.ClosureReason;
import io.parley.events.ConversationEvent;
import io.parley.events.ConversationState;
import io.parley.events.Presence;
import io.parley.testing.TestDatabase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RoutingTest
class OfferTest {

  @Inject MovableClock clock;

  @AfterEach
  void backToRealTime() {
    clock.reset();
  }

  @Test
  void capacityIsReservedWithTheOfferAndGivenBackWithTheDecline() {
    // Given
    Organisation organisation = Organisation.builder().units(2).agents(3).build();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    Offered offer = agent.awaitOffer();
    int reserved = agent.load();
    agent.becomes(Presence.OFFLINE);

    // When
    agent.decline(offer).then().statusCode(200);

    // Then
    assertThat(reserved).isEqualTo(2);
    assertThat(agent.load()).isZero();
  }

  @Test
  void declinedOfferGoesToTheOtherAgent() {
    // Given
    Organisation organisation = Organisation.builder().agents(5, 4).build();
    Agent roomy = organisation.agents().get(0).becomes(Presence.AVAILABLE);
    Agent other = organisation.agents().get(1).becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    Offered offer = roomy.awaitOffer();

    // When
    roomy.decline(offer).then().statusCode(200);

    // Then
    assertThat(other.awaitOffer().conversationId()).isEqualTo(offer.conversationId());
    assertThat(roomy.offers()).isEmpty();
  }

  @Test
  void sameAgentIsAskedThreeTimesAndNeverAgain() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");

    // When
    UUID conversationId = agent.awaitOffer().conversationId();
    for (int i = 0; i < 3; i++) {
      agent.decline(agent.awaitOffer()).then().statusCode(200);
    }

    // Then
    organisation.customer().writes("I am next and show that distribution went on");
    assertThat(agent.awaitOffer().conversationId()).isNotEqualTo(conversationId);
    assertThat(agent.offers()).hasSize(1);
    assertThat(Told.until(conversationId, ConversationEvent.OfferDeclined.class, 3)).hasSize(3);
    assertThat(agent.state(conversationId)).isEqualTo("OPEN");
  }

  @Test
  void unansweredOfferExpiresAndGoesToTheOtherAgent() {
    // Given
    Organisation organisation =
        Organisation.builder().agents(5, 4).offerTimeout(Duration.ofSeconds(90)).build();
    Agent silent = organisation.agents().get(0).becomes(Presence.AVAILABLE);
    Agent other = organisation.agents().get(1).becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    Offered missed = silent.awaitOffer();

    // When
    clock.advance(Duration.ofSeconds(91));

    // Then
    Offered offer = other.awaitOffer(missed.conversationId());
    assertThat(silent.load()).isZero();
    silent.accept(missed).then().statusCode(409);
    assertThat(Told.until(missed.conversationId(), ConversationEvent.SessionClosed.class, 1).get(0))
        .extracting(ConversationEvent.SessionClosed::reason)
        .isEqualTo(ClosureReason.AGENT_TIMEOUT);
    other.accept(offer).then().statusCode(200);
  }

  @Test
  void shortTimeOutOfTheWorkstreamRunsInRealTime() {
    // Given
    Organisation organisation = Organisation.builder().offerTimeout(Duration.ofMillis(400)).build();
    organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();

    // When
    customer.writes("Hello");

    // Then
    UUID conversationId = customer.awaitConversation();
    assertThat(Told.until(conversationId, ConversationEvent.OfferExpired.class, 3)).hasSize(3);
    assertThat(Told.untilState(conversationId, change -> change.to() == ConversationState.OPEN))
        .isNotNull();
    await().untilAsserted(() -> assertThat(organisation.agent().load()).isZero());
  }

  @Test
  void conversationsBeyondTheRoomWaitUntilThereIsRoom() {
    // Given
    Organisation organisation = Organisation.builder().agents(2).build();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    List<Customer> customers =
        List.of(organisation.customer(), organisation.customer(), organisation.customer());
    customers.forEach(customer -> customer.writes("Hello"));
    customers.forEach(Customer::awaitConversation);
    await().until(agent::offers, offers -> offers.size() == 2);
    UUID first = agent.takesNext();

    // When
    agent.command(first, "close").then().statusCode(200);

    // Then
    await().until(agent::offers, offers -> offers.size() == 2);
    assertThat(agent.load()).isEqualTo(2);
  }

  @Test
  void agentIsOfferedNothingBeforeBecomingAvailable() {
    // Given
    Organisation organisation = Organisation.builder().agents(1, 1).build();
    Agent offline = organisation.agents().get(0);
    Agent available = organisation.agents().get(1).becomes(Presence.AVAILABLE);
    organisation.customer().writes("First");
    available.awaitOffer();
    Customer second = organisation.customer();
    second.writes("Second");
    UUID waiting = second.awaitConversation();
    int offersBefore = offline.offers().size();

    // When
    offline.becomes(Presence.AVAILABLE);

    // Then
    assertThat(offersBefore).isZero();
    assertThat(offline.awaitOffer().conversationId()).isEqualTo(waiting);
  }

  @Test
  void longestWaitingIsServedFirst() {
    // Given
    Organisation organisation = Organisation.builder().agents(1).build();
    List<Customer> customers =
        List.of(organisation.customer(), organisation.customer(), organisation.customer());
    customers.forEach(customer -> customer.writes("Hello"));
    List<UUID> inOrder = customers.stream().map(Customer::awaitConversation).toList();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);

    // When
    List<UUID> taken =
        inOrder.stream()
            .map(
                any -> {
                  UUID conversationId = agent.takesNext();
                  agent.command(conversationId, "close").then().statusCode(200);
                  return conversationId;
                })
            .toList();

    // Then
    assertThat(taken).isEqualTo(inOrder);
  }

  @Test
  void freeConversationsCostNothingAndAreAllOffered() {
    // Given
    Organisation organisation = Organisation.builder().units(0).agents(0).build();
    for (int i = 0; i < 12; i++) {
      organisation.customer().writes("Hello");
    }

    // When
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);

    // Then
    await().until(agent::offers, offers -> offers.size() == 12);
    assertThat(agent.load()).isZero();
  }

  @Test
  void everyChangeOfLoadIsTold() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    UUID conversationId = agent.takesNext();

    // When
    agent.command(conversationId, "close").then().statusCode(200);

    // Then
    List<AgentEvent> told =
        await()
            .until(
                () -> Told.aboutAgent(agent.id()),
                events ->
                    !events.isEmpty()
                        && events.get(events.size() - 1) instanceof AgentEvent.CapacityChanged last
                        && events.size() >= 4
                        && last.used() == 0);
    assertThat(told).extracting(AgentEvent::sequence).containsExactly(1L, 2L, 3L, 4L);
    assertThat(told)
        .filteredOn(AgentEvent.CapacityChanged.class::isInstance)
        .extracting(event -> ((AgentEvent.CapacityChanged) event).used())
        .containsExactly(0, 1, 0);
    assertThat(
            TestDatabase.number(
                "select count(*) from offer where agent_id = ? and outcome = 'ACCEPTED'",
                agent.id()))
        .isEqualTo(1);
  }
}
