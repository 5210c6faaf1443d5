package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.AgentEvent;
import io.parley.events.Presence;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.testing.ConfigurationTopic;
import io.parley.testing.TestDatabase;
import java.util.UUID;
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
  void disabledAgentLosesTheStreamAndTheConversationsAtOnce() {
    // Given
    Organisation organisation = Organisation.builder().agents(5, 4).build();
    Agent dismissed = organisation.agents().get(0).becomes(Presence.AVAILABLE);
    Agent colleague = organisation.agents().get(1);
    Stream stream = Stream.open(dismissed);
    organisation.customer().writes("First");
    UUID accepted = dismissed.takesNext();
    organisation.customer().writes("Second");
    UUID offered = dismissed.awaitOffer().conversationId();
    colleague.becomes(Presence.AVAILABLE);

    // When
    dismissed.isConfigured(5, false);

    // Then
    assertThat(stream.closedWith()).isEqualTo(4403);
    assertThat(colleague.awaitOffer(accepted)).isNotNull();
    assertThat(colleague.awaitOffer(offered)).isNotNull();
    assertThat(TestDatabase.number("select load from agent where id = ?", dismissed.id())).isZero();
  }

  @Test
  void deletedAgentLosesTheStreamAndTheConversationsAtOnce() {
    // Given
    Organisation organisation = Organisation.builder().agents(5, 4).build();
    Agent dismissed = organisation.agents().get(0).becomes(Presence.AVAILABLE);
    Agent colleague = organisation.agents().get(1);
    Stream stream = Stream.open(dismissed);
    organisation.customer().writes("First");
    UUID accepted = dismissed.takesNext();
    colleague.becomes(Presence.AVAILABLE);

    // When
    ConfigurationTopic.delete(ConfigurationObject.Kind.USER, dismissed.id());

    // Then
    assertThat(stream.closedWith()).isEqualTo(4403);
    assertThat(colleague.awaitOffer(accepted)).isNotNull();
  }

  @Test
  void ticketOfADisabledAgentOpensNoStream() {
    // Given
    Agent agent = Organisation.standard().agent();
    String ticket = agent.ticket();
    agent.isConfigured(2, false);
    Organisation.standard();

    // When
    Stream stream = Stream.attempt(ticket);

    // Then
    assertThat(stream.closedWith()).isEqualTo(4403);
  }

  @Test
  void whoIsNoLongerAnAgentGoesOffline() {
    // Given
    Agent agent = Organisation.standard().agent().becomes(Presence.AVAILABLE);

    // When
    agent.isConfigured(2, false);

    // Then
    await()
        .until(
            () ->
                TestDatabase.number(
                    "select count(*) from agent where id = ? and presence = 'OFFLINE'", agent.id()),
            count -> count == 1);
    assertThat(Told.aboutAgent(agent.id()))
        .filteredOn(AgentEvent.PresenceChanged.class::isInstance)
        .extracting(event -> ((AgentEvent.PresenceChanged) event).changedBy())
        .startsWith(AgentEvent.ChangedBy.AGENT);
  }
}
