package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.DeliveryState;
import io.parley.events.DeliveryUpdated;
import io.parley.events.MessageContent;
import io.parley.events.ReplyRequested;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NormalPathTest extends Journey {

  @Test
  void replyIsSentAndFollowedToTheDevice() {
    // Given
    String text = "Good morning, Zoë 📦";

    // When
    UUID message = reply(text);
    awaitState(message, DeliveryState.DELIVERED);

    // Then
    assertThat(taken()).containsExactly(text);
    assertThat(states(message))
        .startsWith(DeliveryState.QUEUED, DeliveryState.SENDING)
        .endsWith(DeliveryState.DELIVERED);
    assertThat(updates(message))
        .extracting(DeliveryUpdated::version)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, updates(message).size()).boxed().toList());
    assertThat(latest(message).providerMessageId()).startsWith("SM");
    assertThat(latest(message).attempt()).isEqualTo(1);
  }

  @Test
  void attachmentsGoWithTheText() {
    // Given
    URI picture = URI.create("https://media.example.org/map.jpg");

    // When
    UUID message = reply(new MessageContent("This way", List.of(picture)), null);
    awaitState(message, DeliveryState.DELIVERED);

    // Then
    assertThat(takenMessages()).hasSize(1);
    assertThat(takenMessages().getFirst().parameters().all("MediaUrl"))
        .containsExactly(picture.toString());
  }

  @Test
  void sameReplyTwiceIsSentOnce() {
    // Given
    UUID message = reply("once");
    awaitState(message, DeliveryState.DELIVERED);

    // When
    send(
        new ReplyRequested(
            message,
            conversation,
            business.address().id(),
            to(),
            MessageContent.ofText("once"),
            "agent",
            Instant.now(),
            null));
    UUID next = reply("next");
    awaitState(next, DeliveryState.DELIVERED);

    // Then
    assertThat(taken()).containsExactly("once", "next");
  }

  @Test
  void manyRepliesOfOneConversationKeepTheirOrder() {
    // Given
    List<String> texts = IntStream.range(0, 20).mapToObj(number -> "number " + number).toList();

    // When
    List<UUID> messages = texts.stream().map(this::reply).toList();
    messages.forEach(message -> awaitState(message, DeliveryState.DELIVERED));

    // Then
    assertThat(taken()).containsExactlyElementsOf(texts);
  }
}
