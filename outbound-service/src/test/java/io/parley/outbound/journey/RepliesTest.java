package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.parley.events.Attachment;
import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.MessageReceived;
import io.parley.simulator.recording.MessageFilter;
import io.parley.simulator.recording.RecordedMessage;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Where a reply goes, what it answers and what it carries, at a provider that is told all of it.
 */
@QuarkusTest
class RepliesTest extends Journey {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Instant now = Instant.now();

  @Override
  Business newBusiness() {
    return CustomSendingTest.declared();
  }

  @Override
  void register(Business with) {
    simulator()
        .custom()
        .putAccount(CustomSendingTest.idOf(with), CustomSendingTest.atProvider(with));
  }

  private JsonNode sent() throws JsonProcessingException {
    List<RecordedMessage> ofAccount =
        simulator().messages(MessageFilter.ALL).stream()
            .filter(message -> message.accountId().equals(CustomSendingTest.idOf(business)))
            .toList();
    assertThat(ofAccount).hasSize(1);
    return JSON.readTree(ofAccount.getFirst().request());
  }

  private MessageReceived wrote(String replyTo, Duration ago) {
    MessageReceived message = message("hello", null, now.minus(ago), replyTo, List.of());
    customerSends(message);
    return message;
  }

  @Test
  void replyGoesToTheFormInWhichTheProviderWroteTheCustomerLast() throws JsonProcessingException {
    // Given
    wrote("+5211111111111", Duration.ofMinutes(2));
    wrote("+5212222222222", Duration.ofMinutes(1));
    wrote("+5213333333333", Duration.ofMinutes(3));

    // When
    awaitState(reply("hi"), DeliveryState.DELIVERED);

    // Then
    assertThat(sent().path("to").asText()).isEqualTo("+5212222222222");
  }

  @Test
  void withoutAnotherFormTheReplyGoesToTheCustomersAddress() throws JsonProcessingException {
    // Given
    customerWrites("hello", null, now);

    // When
    awaitState(reply("hi"), DeliveryState.DELIVERED);

    // Then
    assertThat(sent().path("to").asText()).isEqualTo(customer);
  }

  @Test
  void replyAnswersTheCustomersLastMessage() throws JsonProcessingException {
    // Given
    MessageReceived last = wrote(customer, Duration.ofMinutes(1));
    wrote(customer, Duration.ofMinutes(2));

    // When
    awaitState(reply("hi"), DeliveryState.DELIVERED);

    // Then
    assertThat(sent().path("answers").asText()).isEqualTo(last.providerMessageId());
  }

  private UUID attach(String... names) {
    return reply(
        new MessageContent(
            "see",
            List.of(),
            null,
            Stream.of(names)
                .map(name -> new Attachment(UUID.randomUUID(), name, "application/pdf", 7))
                .toList(),
            List.of(),
            List.of()),
        null);
  }

  @Test
  void attachmentThatTheChannelDoesNotTakeIsRefusedBeforeTheCall() {
    // When
    UUID message = attach("terms.pdf", "setup.iso");
    awaitState(message, DeliveryState.REJECTED);

    // Then
    assertThat(latest(message).attempt()).isZero();
    assertThat(latest(message).reason())
        .satisfies(
            reason -> {
              assertThat(reason.cause()).isEqualTo(FailureCause.CONTENT_INVALID);
              assertThat(reason.text()).contains("\"setup.iso\"", ".pdf");
            });
  }
}
