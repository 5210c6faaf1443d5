package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.ConversationState;
import io.parley.events.Presence;
import io.parley.testing.TestDatabase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RoutingTest
class StreamTest {

  @Inject MovableClock clock;

  @AfterEach
  void backToRealTime() {
    clock.reset();
  }

  @Test
  void helloTellsTheServersTimeAndWhereTheStreamStands() {
    // Given
    Agent agent = Organisation.standard().agent().becomes(Presence.AVAILABLE);

    // When
    try (Stream stream = Stream.open(agent)) {

      // Then
      assertThat(stream.protocol()).isEqualTo("parley.v1");
      assertThat(stream.hello().getString("type")).isEqualTo("hello");
      assertThat(stream.hello().getUUID("agentId")).isEqualTo(agent.id());
      assertThat(Instant.parse(stream.hello().getString("time")))
          .isCloseTo(Instant.now(), Assertions.within(10, ChronoUnit.SECONDS));
      assertThat(stream.hello().getLong("seq")).isPositive();
    }
  }

  @Test
  void offerArrivesAndSequencesHaveNoGaps() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();
    try (Stream stream = Stream.open(agent)) {
      customer.writes("Hello");
      UUID conversationId = agent.takesNext();

      // When
      customer.writes("Hello?");

      // Then
      await()
          .untilAsserted(
              () ->
                  assertThat(stream.types())
                      .containsSubsequence(
                          "offer.made", "offer.accepted", "conversation.changed", "message.added"));
      long first = stream.hello().getLong("seq") + 1;
      assertThat(stream.sequences())
          .containsExactlyElementsOf(
              LongStream.range(first, first + stream.sequences().size()).boxed().toList());
      assertThat(stream.events().get(0).getUUID("data.conversationId")).isEqualTo(conversationId);
      assertThat(stream.events().get(0).getString("data.expiresAt")).isNotNull();
    }
  }

  @Test
  void bothWindowsOfAnAgentHearTheSame() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    try (Stream first = Stream.open(agent);
        Stream second = Stream.open(agent)) {

      // When
      organisation.customer().writes("Hello");

      // Then
      await().untilAsserted(() -> assertThat(first.types()).contains("capacity.changed"));
      await().untilAsserted(() -> assertThat(second.types()).contains("capacity.changed"));
    }
  }

  @Test
  void whatWasMissedIsRepeatedAfterReconnecting() {
    // Given
    Organisation organisation = Organisation.builder().agents(5).build();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Stream lost = Stream.open(agent);
    organisation.customer().writes("Hello");
    await().untilAsserted(() -> assertThat(lost.types()).contains("capacity.changed"));
    List<Long> heard = lost.sequences();
    lost.breakOff();
    await().untilAsserted(() -> assertThat(agent.me().getString("presence")).isEqualTo("OFFLINE"));
    long last = heard.get(heard.size() - 1);

    // When
    try (Stream resumed = Stream.resume(agent, last)) {

      // Then
      await()
          .untilAsserted(
              () -> assertThat(resumed.types()).startsWith("presence.changed", "presence.changed"));
      assertThat(resumed.sequences().get(0)).isEqualTo(last + 1);
      assertThat(agent.me().getString("presence")).isEqualTo("AVAILABLE");
    }
  }

  @Test
  void whatIsNoLongerKeptIsAnsweredWithResync() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    agent.takesNext();
    TestDatabase.update("delete from agent_event where agent_id = ?", agent.id());

    // When
    try (Stream stream = Stream.resume(agent, 1)) {

      // Then
      await().untilAsserted(() -> assertThat(stream.types()).startsWith("resync"));
    }
  }

  @Test
  void sequenceFromTheFutureIsAnsweredWithResync() {
    // Given
    Agent agent = Organisation.standard().agent().becomes(Presence.AVAILABLE);

    // When
    try (Stream stream = Stream.resume(agent, 1_000_000)) {

      // Then
      await().untilAsserted(() -> assertThat(stream.types()).startsWith("resync"));
    }
  }

  @Test
  void usedTicketIsRefused() {
    // Given
    Agent agent = Organisation.standard().agent();
    String ticket = agent.ticket();
    Stream.open(ticket).close();

    // When
    Stream second = Stream.attempt(ticket);

    // Then
    assertThat(second.closedWith()).isEqualTo(4401);
  }

  @Test
  void oldTicketIsRefused() {
    // Given
    String ticket = Organisation.standard().agent().ticket();
    clock.advance(Duration.ofSeconds(31));

    // When
    Stream stream = Stream.attempt(ticket);

    // Then
    assertThat(stream.closedWith()).isEqualTo(4401);
  }

  @Test
  void ticketIsNotStoredInClear() {
    // Given
    Agent agent = Organisation.standard().agent();

    // When
    String ticket = agent.ticket();

    // Then
    assertThat(
            TestDatabase.number(
                "select count(*) from stream_ticket where encode(token_hash, 'escape') like ?",
                "%" + ticket + "%"))
        .isZero();
    assertThat(
            TestDatabase.number(
                "select count(*) from stream_ticket where agent_id = ?", agent.id()))
        .isEqualTo(1);
  }

  @Test
  void lostAgentIsOfflineAtOnceAndGetsNoOffers() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Stream stream = Stream.open(agent);

    // When
    stream.breakOff();

    // Then
    await().untilAsserted(() -> assertThat(agent.me().getString("presence")).isEqualTo("OFFLINE"));
    Customer customer = organisation.customer();
    customer.writes("Hello");
    UUID conversationId = customer.awaitConversation();
    assertThat(Told.untilState(conversationId, c -> c.to() == ConversationState.OPEN)).isNotNull();
    assertThat(agent.offers()).isEmpty();
  }

  @Test
  void closingOneOfTwoWindowsLosesNobody() {
    // Given
    Agent agent = Organisation.standard().agent().becomes(Presence.AVAILABLE);
    Stream first = Stream.open(agent);
    try (Stream second = Stream.open(agent)) {

      // When
      first.close();
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          TestDatabase.number(
                              "select count(*) from agent_connection where agent_id = ?",
                              agent.id()))
                      .isEqualTo(1));

      // Then
      assertThat(agent.me().getString("presence")).isEqualTo("AVAILABLE");
      assertThat(second.types()).isEmpty();
    }
  }

  @Test
  void conversationsOfALostAgentGoToTheColleagueAfterTheGrace() {
    // Given
    Organisation organisation = Organisation.builder().agents(5, 4).build();
    Agent lost = organisation.agents().get(0).becomes(Presence.AVAILABLE);
    Agent colleague = organisation.agents().get(1).becomes(Presence.AVAILABLE);
    Stream stream = Stream.open(lost);
    organisation.customer().writes("Hello");
    UUID conversationId = lost.takesNext();
    stream.breakOff();
    await().untilAsserted(() -> assertThat(lost.me().getString("presence")).isEqualTo("OFFLINE"));

    // When
    clock.advance(Duration.ofSeconds(151));

    // Then
    assertThat(colleague.awaitOffer(conversationId)).isNotNull();
    assertThat(lost.load()).isZero();
    lost.command(conversationId, "end", 1).then().statusCode(409);
  }

  @Test
  void agentOfADeadInstanceIsLostAfterItsLastBeat() {
    // Given
    Agent agent = Organisation.standard().agent().becomes(Presence.AVAILABLE);
    TestDatabase.update(
        "insert into agent_connection (id, agent_id, instance, seen_at) values (?, ?, ?, now() - interval '1 minute')",
        UUID.randomUUID(),
        agent.id(),
        UUID.randomUUID());

    // When
    TestDatabase.update("update agent set connected = true where id = ?", agent.id());

    // Then
    await().untilAsserted(() -> assertThat(agent.me().getString("presence")).isEqualTo("OFFLINE"));
  }

  @Test
  void streamGoesOnAfterItsNotificationsWereInterrupted() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    try (Stream stream = Stream.open(agent)) {
      TestDatabase.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where query like 'LISTEN%'");

      // When
      organisation.customer().writes("Hello");

      // Then
      await().untilAsserted(() -> assertThat(stream.types()).contains("offer.made"));
    }
  }
}
