package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.ConversationEvent;
import io.parley.events.Presence;
import io.parley.events.ReplyRequested;
import io.parley.events.Topic;
import io.parley.testing.TestKafka;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@RoutingTest
class FirstJourneyTest {

  @Test
  void messageIsOfferedAcceptedAndAnsweredOnKafka() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();

    // When
    customer.writes("My card was charged twice");
    UUID conversationId = agent.takesNext();
    agent.reply(conversationId, "I am looking into it").then().statusCode(201);

    // Then
    ReplyRequested reply =
        await()
            .until(
                () ->
                    TestKafka.data(Topic.REPLIES, ReplyRequested.class).stream()
                        .filter(r -> r.conversationId().equals(conversationId))
                        .toList(),
                replies -> !replies.isEmpty())
            .get(0);
    assertThat(reply.content().text()).isEqualTo("I am looking into it");
    assertThat(reply.to().value()).isEqualTo(customer.number());
    assertThat(reply.author()).isEqualTo(agent.id().toString());
    List<Class<?>> told =
        await()
            .until(
                () ->
                    TestKafka.data(Topic.CONVERSATIONS, ConversationEvent.class).stream()
                        .filter(e -> e.conversationId().equals(conversationId))
                        .<Class<?>>map(Object::getClass)
                        .toList(),
                events -> events.size() == 11);
    assertThat(told)
        .containsExactly(
            ConversationEvent.Opened.class,
            ConversationEvent.MessageAppended.class,
            ConversationEvent.Classified.class,
            ConversationEvent.Queued.class,
            ConversationEvent.StateChanged.class,
            ConversationEvent.SessionOpened.class,
            ConversationEvent.OfferMade.class,
            ConversationEvent.StateChanged.class,
            ConversationEvent.OfferAccepted.class,
            ConversationEvent.StateChanged.class,
            ConversationEvent.MessageAppended.class);
  }
}
