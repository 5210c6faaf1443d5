package io.parley.routing.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.Presence;
import io.parley.routing.journey.Agent;
import io.parley.routing.journey.Organisation;
import io.parley.routing.journey.RoutingTest;
import io.parley.routing.journey.Stream;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

@RoutingTest
class PulseTest {

  @Inject Pulse pulse;
  @Inject StreamBroadcast broadcast;

  @Test
  void clientThatHasGoneWithoutAWordIsLostAfterTwoPongs() {
    // Given
    Agent agent = Organisation.standard().agent().becomes(Presence.AVAILABLE);
    openAndFallSilent(agent);
    await().until(() -> isKnown(agent));

    // When
    pulse.beat();
    pulse.beat();
    boolean stillKnown = isKnown(agent);
    pulse.beat();

    // Then
    assertThat(stillKnown).isTrue();
    await().untilAsserted(() -> assertThat(agent.me().getString("presence")).isEqualTo("OFFLINE"));
    assertThat(isKnown(agent)).isFalse();
  }

  @Test
  void clientThatAnswersKeepsItsStream() {
    // Given
    Agent agent = Organisation.standard().agent().becomes(Presence.AVAILABLE);
    try (Stream stream = Stream.open(agent)) {
      await().until(() -> isKnown(agent));

      // When
      for (int i = 0; i < 5; i++) {
        pulse.beat();
        await().until(() -> hasAnswered(agent));
      }

      // Then
      assertThat(isKnown(agent)).isTrue();
      assertThat(stream.types()).isEmpty();
    }
  }

  private boolean isKnown(Agent agent) {
    return broadcast.members().stream().anyMatch(member -> member.agentId().equals(agent.id()));
  }

  private boolean hasAnswered(Agent agent) {
    return broadcast.members().stream()
        .filter(member -> member.agentId().equals(agent.id()))
        .allMatch(Member::hasAnswered);
  }

  /** Reads the greeting and nothing more; a client that reads nothing sends no pong either. */
  private static void openAndFallSilent(Agent agent) {
    CompletableFuture<String> greeting = new CompletableFuture<>();
    HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .subprotocols("parley.v1", "ticket." + agent.ticket())
        .buildAsync(
            URI.create("ws://localhost:" + RestAssured.port + "/api/v1/stream"),
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onText(
                  WebSocket webSocket, CharSequence data, boolean last) {
                greeting.complete(data.toString());
                return CompletableFuture.completedStage(null);
              }
            })
        .join();
    greeting.join();
  }
}
