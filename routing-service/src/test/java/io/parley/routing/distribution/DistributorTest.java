package io.parley.routing.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.Presence;
import io.parley.routing.journey.Agent;
import io.parley.routing.journey.Customer;
import io.parley.routing.journey.Organisation;
import io.parley.routing.journey.RoutingTest;
import io.parley.testing.TestDatabase;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the net catches. */
@RoutingTest
class DistributorTest {

  private static final String UNREADABLE = "update conversation set priority = 1 where id = ?";
  private static final String READABLE =
      "update conversation set priority = 200 where priority = 1";

  @Inject Distributor distributor;

  @AfterEach
  void everythingCanBeRead() {
    TestDatabase.update(READABLE);
  }

  @Test
  void netRunsHoweverOftenQueuesAreWoken() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent();
    Customer customer = organisation.customer();
    customer.writes("Hello");
    UUID conversationId = customer.awaitConversation();
    try (ScheduledExecutorService bell = Executors.newSingleThreadScheduledExecutor()) {
      bell.scheduleAtFixedRate(
          () -> distributor.wake(UUID.randomUUID()), 0, 50, TimeUnit.MILLISECONDS);

      // When
      TestDatabase.update("update agent set presence = 'AVAILABLE' where id = ?", agent.id());

      // Then
      assertThat(agent.awaitOffer().conversationId()).isEqualTo(conversationId);
      bell.shutdownNow();
    }
  }

  @Test
  void queueWhoseRoundFailsStopsNoOtherAndIsServedAfterwards() {
    // Given
    Organisation broken = Organisation.standard();
    Customer unlucky = broken.customer();
    unlucky.writes("Hello");
    UUID unreadable = unlucky.awaitConversation();
    TestDatabase.update(UNREADABLE, unreadable);
    Organisation sound = Organisation.standard();
    broken.agent().becomes(Presence.AVAILABLE);
    sound.customer().writes("Hello");

    // When
    TestDatabase.update("update agent set presence = 'AVAILABLE' where id = ?", sound.agent().id());

    // Then
    assertThat(sound.agent().awaitOffer()).isNotNull();
    assertThat(broken.agent().offers()).isEmpty();
    TestDatabase.update(READABLE);
    await().until(broken.agent()::offers, offers -> !offers.isEmpty());
  }
}
