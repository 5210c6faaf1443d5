package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.AgentEvent;
import io.parley.events.Presence;
import org.junit.jupiter.api.Test;

/** What an administrator changes about agents. */
@RoutingTest
class AgentConfigurationTest {

  @Test
  void moreRoomBringsTheNextConversationAtOnce() {
    // Given
    Organisation organisation = Organisation.builder().agents(1).build();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("First");
    agent.awaitOffer();
    Customer second = organisation.customer();
    second.writes("Second");
    second.awaitConversation();

    // When
    agent.isConfigured(2, true);

    // Then
    await().until(agent::offers, offers -> offers.size() == 2);
    await()
        .untilAsserted(
            () ->
                assertThat(Told.aboutAgent(agent.id()))
                    .anyMatch(
                        event ->
                            event instanceof AgentEvent.CapacityChanged changed
                                && changed.limit() == 2));
  }

  @Test
  void lessRoomThanIsTakenLeavesWhatIsTakenAndBringsNothingNew() {
    // Given
    Organisation organisation = Organisation.builder().agents(2).build();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("First");
    agent.takesNext();
    organisation.customer().writes("Second");
    agent.takesNext();

    // When
    agent.isConfigured(1, true);

    // Then
    await().untilAsserted(() -> assertThat(agent.me().getInt("capacity")).isEqualTo(1));
    Customer third = organisation.customer();
    third.writes("Third");
    third.awaitConversation();
    assertThat(agent.load()).isEqualTo(2);
    assertThat(agent.offers()).isEmpty();
  }

  @Test
  void whoIsNoLongerAnAgentGoesOffline() {
    // Given
    Agent agent = Organisation.standard().agent().becomes(Presence.AVAILABLE);

    // When
    agent.isConfigured(2, false);

    // Then
    await().untilAsserted(() -> assertThat(agent.me().getString("presence")).isEqualTo("OFFLINE"));
    assertThat(Told.aboutAgent(agent.id()))
        .filteredOn(AgentEvent.PresenceChanged.class::isInstance)
        .extracting(event -> ((AgentEvent.PresenceChanged) event).changedBy())
        .startsWith(AgentEvent.ChangedBy.AGENT);
  }
}
