package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.parley.events.DeliveryState;
import io.parley.events.DeliveryUpdated;
import io.parley.events.DropReason;
import io.parley.events.Event;
import io.parley.events.MessageDropped;
import io.parley.events.MessageReceived;
import io.parley.events.Presence;
import io.parley.events.Topic;
import io.parley.events.TraceParent;
import io.parley.testing.TestKafka;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An administrator deletes a channel while it is in use (domain/channels-and-accounts.md §10). */
@RoutingTest
class DeletedChannelTest {

  private static final Random RANDOM = new Random(13);

  @Test
  void lateMessageIsDroppedAndToldAndChangesNoConversation() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();
    customer.writes("Hello");
    UUID conversationId = agent.takesNext();
    organisation.deletesItsChannel();

    // When
    Event<MessageReceived> late = customer.writes("Are you there?");

    // Then
    assertThat(awaitDrops(organisation))
        .singleElement()
        .satisfies(
            event -> {
              MessageDropped drop = (MessageDropped) event.data();
              assertThat(event.id()).isEqualTo(late.id() + "/dropped");
              assertThat(drop.reason()).isEqualTo(DropReason.NO_CHANNEL_INSTANCE);
              assertThat(drop.channelAddressId()).isEqualTo(organisation.channelAddressId());
              assertThat(drop.toString()).doesNotContain("there?", customer.number());
            });
    assertThat(agent.thread(conversationId).getList("items")).hasSize(1);
    assertThat(customer.conversations()).hasSize(1);
    assertThat(TestKafka.records(Topic.MESSAGES_RECEIVED.deadLetterName()))
        .noneMatch(record -> late.key().equals(record.key()));
  }

  @Test
  void openConversationStaysReadableWithItsChannelsNameCannotSendAndIsClosable() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    UUID conversationId = agent.takesNext();
    agent.reply(conversationId, "Hi").then().statusCode(201);

    // When
    organisation.deletesItsChannel();

    // Then
    agent
        .reply(conversationId, "One more thing")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:parley:problem:channel-removed"))
        .body("detail", containsString(Organisation.CHANNEL_NAME));
    assertThat(agent.thread(conversationId).getList("items")).hasSize(2);
    assertThat(agent.conversation(conversationId).getString("channelName"))
        .isEqualTo(Organisation.CHANNEL_NAME);
    assertThat(agent.conversation(conversationId).getString("ourAddress")).isEqualTo("+15550100");
    agent.command(conversationId, "end").then().statusCode(200);
    agent.command(conversationId, "close").then().statusCode(200);
    assertThat(agent.state(conversationId)).isEqualTo("CLOSED");
  }

  @Test
  void replyThatWasSentBeforeIsTheSameReplyAgain() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    UUID conversationId = agent.takesNext();
    Map<String, Object> reply = Map.of("id", UUID.randomUUID(), "text", "Hi");
    agent.reply(conversationId, reply).then().statusCode(201);

    // When
    organisation.deletesItsChannel();

    // Then
    agent.reply(conversationId, reply).then().statusCode(200);
  }

  @Test
  void whatWaitsInTheQueueIsStillOfferedSoThatItCanBeClosed() {
    // Given
    Organisation organisation = Organisation.standard();
    Customer customer = organisation.customer();
    customer.writes("Hello");
    UUID conversationId = customer.awaitConversation();
    organisation.deletesItsChannel();

    // When
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);

    // Then
    assertThat(agent.takesNext()).isEqualTo(conversationId);
    agent.command(conversationId, "end").then().statusCode(200);
    agent.command(conversationId, "close").then().statusCode(200);
  }

  @Test
  void lateReceiptStillApplies() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    UUID conversationId = agent.takesNext();
    UUID messageId =
        UUID.fromString(
            agent.reply(conversationId, "Hi").then().statusCode(201).extract().path("id"));
    organisation.deletesItsChannel();

    // When
    Instant now = Instant.now();
    TestKafka.send(
        new Event<>(
            messageId + "/1",
            "/parley/outbound",
            conversationId.toString(),
            now,
            TraceParent.begin(RANDOM),
            conversationId.toString(),
            new DeliveryUpdated(
                messageId,
                conversationId,
                1,
                DeliveryState.DELIVERED,
                null,
                null,
                null,
                1,
                null,
                now)));

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(agent.thread(conversationId).getString("items[1].delivery.state"))
                    .isEqualTo("DELIVERED"));
  }

  private static List<Event<?>> awaitDrops(Organisation organisation) {
    return await()
        .until(
            () ->
                TestKafka.events(Topic.MESSAGES_DROPPED).stream()
                    .filter(event -> event.key().equals(organisation.accountId().toString()))
                    .toList(),
            drops -> !drops.isEmpty());
  }
}
