package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.ConversationEvent;
import io.parley.events.Presence;
import io.parley.events.ReplyRequested;
import io.parley.testing.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@RoutingTest
class OutageTest {

  @Test
  void whatHappensWhileKafkaIsAwayIsToldAfterwardsInOrder() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();
    customer.writes("Hello");
    UUID conversationId = agent.takesNext();
    List<String> texts = IntStream.range(0, 25).mapToObj(i -> "Reply " + i).toList();

    // When
    TestKafka.stop();
    texts.forEach(text -> agent.reply(conversationId, text).then().statusCode(201));
    TestKafka.start();
    customer.writes("I am still here");

    // Then
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> Told.replies(conversationId).size() >= texts.size());
    assertThat(Told.replies(conversationId).stream().map(ReplyRequested::messageId).distinct())
        .hasSize(texts.size());
    assertThat(
            Told.replies(conversationId).stream().map(reply -> reply.content().text()).distinct())
        .containsExactlyElementsOf(texts);
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(agent.thread(conversationId).getList("items.text"))
                    .endsWith("I am still here"));
    List<Long> sequences =
        await()
            .until(
                () ->
                    Told.about(conversationId).stream()
                        .map(ConversationEvent::sequence)
                        .distinct()
                        .toList(),
                told -> told.size() == 10 + texts.size() + 1);
    assertThat(sequences)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, sequences.size()).boxed().toList());
  }
}
