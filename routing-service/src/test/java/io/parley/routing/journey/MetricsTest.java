package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.Presence;
import io.restassured.RestAssured;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@RoutingTest
class MetricsTest {

  @Test
  void waitingConversationsAreCountedByQueue() {
    // Given
    Organisation organisation = Organisation.standard();
    Customer customer = organisation.customer();

    // When
    customer.writes("Hello");

    // Then
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(metrics())
                    .containsPattern(
                        "parley_conversations_waiting\\{queue=\""
                            + organisation.queueId()
                            + "\",?} 1.0"));
  }

  @Test
  void offersAreCounted() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);

    // When
    organisation.customer().writes("Hello");
    agent.awaitOffer();

    // Then
    assertThat(metrics()).containsPattern("parley_offers_made_total [1-9]");
    assertThat(metrics()).contains("parley_offers_lost_total").contains("parley_streams_open");
  }

  private static String metrics() {
    return RestAssured.given().accept("text/plain").get("/q/metrics").asString();
  }
}
