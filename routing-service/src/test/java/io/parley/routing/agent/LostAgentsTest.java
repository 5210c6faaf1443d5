package io.parley.routing.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.Presence;
import io.parley.routing.journey.Agent;
import io.parley.routing.journey.Organisation;
import io.parley.routing.journey.RoutingTest;
import io.parley.routing.journey.Stream;
import io.parley.testing.TestDatabase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@RoutingTest
class LostAgentsTest {

  @Inject LostAgents lostAgents;

  @Test
  void agentWhoCameBackAndWasLostAgainHasANewGrace() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    UUID conversationId = agent.takesNext();
    Stream.open(agent).breakOff();
    awaitPresence(agent, "OFFLINE");

    // When
    lostAgents.release(agent.id(), Instant.now().minus(Duration.ofMinutes(1)));

    // Then
    assertThat(agent.state(conversationId)).isEqualTo("ACTIVE");
    assertThat(
            TestDatabase.number(
                "select count(*) from agent where id = ? and disconnected_at is not null and presence_before_disconnect = 'AVAILABLE'",
                agent.id()))
        .isEqualTo(1);
  }

  @Test
  void agentWhomAnotherInstanceTookForLostIsBackWithTheNextBeat() {
    // Given
    Agent agent = Organisation.standard().agent().becomes(Presence.AVAILABLE);
    try (Stream stream = Stream.open(agent)) {

      // When
      TestDatabase.update(
          """
          with lost as (delete from agent_connection where agent_id = ?)
          update agent set connected = false, presence = 'OFFLINE', disconnected_at = now(),
            presence_before_disconnect = 'AVAILABLE' where id = ?
          """,
          agent.id(),
          agent.id());

      // Then
      awaitPresence(agent, "AVAILABLE");
      assertThat(
              TestDatabase.number(
                  "select count(*) from agent_connection where agent_id = ?", agent.id()))
          .isEqualTo(1);
      assertThat(stream.types()).contains("presence.changed");
    }
  }

  private static void awaitPresence(Agent agent, String presence) {
    await().untilAsserted(() -> assertThat(agent.me().getString("presence")).isEqualTo(presence));
  }
}
