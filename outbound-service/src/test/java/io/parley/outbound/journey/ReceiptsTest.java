package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.events.MessagePart;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReceiptsTest extends Journey {

  private void strike(Fault... faults) {
    simulator()
        .faults(
            Arrays.stream(faults)
                .map(fault -> FaultRule.always(FaultMatch.to(customer), fault))
                .toArray(FaultRule[]::new));
  }

  @Test
  void receiptsBeforeTheAnswerWin() {
    // Given
    strike(new Fault.EarlyCallbacks());

    // When
    UUID message = reply("early");
    awaitState(message, DeliveryState.DELIVERED);

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(
                        TestDatabase.query(
                            "select outcome from attempt where message_id = ?", message))
                    .containsExactly(Map.of("outcome", "ACCEPTED")));
    assertThat(latest(message).state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(taken()).containsExactly("early");
  }

  @Test
  void receiptWithoutOurIdWaitsUntilTheAnswerTellsWhoseItIs() {
    // Given
    strike(new Fault.Slow(700, Fault.When.AFTER), new Fault.NoCallbacks());
    UUID message = reply("parked");
    await().until(() -> !taken().isEmpty());
    String sid = takenMessages().getFirst().messageId();

    // When
    receipt(null, sid, ReceiptStatus.DELIVERED, null);
    awaitState(message, DeliveryState.DELIVERED);

    // Then
    assertThat(states(message))
        .containsExactly(DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.DELIVERED);
    assertThat(TestDatabase.number("select count(*) from receipt where message_id = ?", message))
        .isEqualTo(1);
  }

  @Test
  void reversedAndRepeatedReceiptsEndAtTheHighestState() {
    // Given
    strike(new Fault.DuplicateCallbacks(3), new Fault.ReorderCallbacks());

    // When
    UUID message = reply("reversed");
    awaitState(message, DeliveryState.DELIVERED);
    awaitReceipts(message, 2);

    // Then
    assertThat(latest(message).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void failureAfterDeliveryIsIgnoredButKept() {
    // Given
    strike(new Fault.NoCallbacks());
    UUID message = reply("contradiction");
    awaitState(message, DeliveryState.SENT);
    receipt(message, sidOf(message), ReceiptStatus.DELIVERED, null);
    awaitState(message, DeliveryState.DELIVERED);

    // When
    receipt(message, sidOf(message), ReceiptStatus.UNDELIVERED, "30003");
    awaitReceipts(message, 2);

    // Then
    assertThat(latest(message).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void carrierFailureIsShownWithItsReason() {
    // Given
    strike(new Fault.FailLater(Fault.Failure.UNDELIVERED, 30003, null));

    // When
    UUID message = reply("nobody there");
    awaitState(message, DeliveryState.UNDELIVERED);

    // Then
    assertThat(latest(message).reason())
        .satisfies(
            reason -> {
              assertThat(reason.cause()).isEqualTo(FailureCause.RECIPIENT_UNREACHABLE);
              assertThat(reason.providerCode()).isEqualTo("30003");
            });
  }

  @Test
  void receiptOfAnotherAccountChangesNothing() {
    // Given
    strike(new Fault.NoCallbacks());
    UUID message = reply("mine");
    awaitState(message, DeliveryState.SENT);
    Business other = Business.on(business.account().channel());

    // When
    MiniIngress.publish(foreign(other, message, sidOf(message)));
    await()
        .until(
            () ->
                TestDatabase.number(
                        "select count(*) from receipt where account_id = ?", other.account().id())
                    == 1);

    // Then
    assertThat(latest(message).state()).isEqualTo(DeliveryState.SENT);
    assertThat(
            TestDatabase.query(
                    "select message_id from receipt where account_id = ?", other.account().id())
                .getFirst()
                .get("message_id"))
        .isNull();
  }

  @Test
  void receiptWithOurIdResolvesAnInterruptedCall() {
    // Given
    simulator()
        .faults(
            FaultRule.always(FaultMatch.to(customer), new Fault.DropAnswer()),
            FaultRule.always(FaultMatch.to(customer), new Fault.NoCallbacks()),
            FaultRule.always(
                FaultMatch.operation("list"),
                new Fault.ServerError(500, Fault.When.BEFORE, Fault.ErrorBody.JSON)));
    UUID message = reply("interrupted");
    await().until(() -> !taken().isEmpty());

    // When
    receipt(message, takenMessages().getFirst().messageId(), ReceiptStatus.SENT, null);
    awaitState(message, DeliveryState.SENT);

    // Then
    assertThat(taken()).containsExactly("interrupted");
  }

  private void part(UUID message, int number, int of, ReceiptStatus status) {
    MiniIngress.publish(
        new ReceiptReceived(
            business.account().id(),
            "twilio",
            sidOf(message),
            message,
            status,
            status.name(),
            status == ReceiptStatus.UNDELIVERED ? "30003" : null,
            null,
            new MessagePart(number, of),
            Map.of(),
            Instant.now()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 2 3", "3 2 1", "2 2 2 1 1 3 3", "1 3 1 2"})
  void longMessageIsDeliveredWhenAllItsPartsAre(String order) {
    // Given
    strike(new Fault.NoCallbacks());
    UUID message = reply("in three parts");
    awaitState(message, DeliveryState.SENT);

    // When
    List<Integer> numbers = Arrays.stream(order.split(" ")).map(Integer::valueOf).toList();
    numbers
        .subList(0, numbers.size() - 1)
        .forEach(number -> part(message, number, 3, ReceiptStatus.DELIVERED));
    awaitReceipts(message, (int) numbers.stream().limit(numbers.size() - 1).distinct().count());
    DeliveryState before = latest(message).state();
    part(message, numbers.getLast(), 3, ReceiptStatus.DELIVERED);

    // Then
    awaitState(message, DeliveryState.DELIVERED);
    assertThat(before == DeliveryState.DELIVERED)
        .isEqualTo(numbers.subList(0, numbers.size() - 1).stream().distinct().count() == 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void onePartThatFailsFailsTheMessageWhateverTheOthersDo(int failing) {
    // Given
    strike(new Fault.NoCallbacks());
    UUID message = reply("one part is lost");
    awaitState(message, DeliveryState.SENT);

    // When
    for (int number = 1; number <= 3; number++) {
      part(
          message,
          number,
          3,
          number == failing ? ReceiptStatus.UNDELIVERED : ReceiptStatus.DELIVERED);
    }
    awaitReceipts(message, 3);

    // Then
    awaitState(message, DeliveryState.UNDELIVERED);
  }

  @Test
  void partsThatComeBeforeTheAnswerCount() {
    // Given
    strike(new Fault.Slow(700, Fault.When.AFTER), new Fault.NoCallbacks());
    UUID message = reply("early parts");
    await().until(() -> !taken().isEmpty());
    String sid = takenMessages().getFirst().messageId();

    // When
    for (int number = 2; number >= 1; number--) {
      MiniIngress.publish(
          new ReceiptReceived(
              business.account().id(),
              "twilio",
              sid,
              null,
              ReceiptStatus.DELIVERED,
              "delivered",
              null,
              null,
              new MessagePart(number, 2),
              Map.of(),
              Instant.now()));
    }

    // Then
    awaitState(message, DeliveryState.DELIVERED);
  }

  private static ReceiptReceived foreign(Business other, UUID message, String sid) {
    return new ReceiptReceived(
        other.account().id(),
        "twilio",
        sid,
        message,
        ReceiptStatus.DELIVERED,
        "delivered",
        null,
        null,
        null,
        Map.of(),
        Instant.now());
  }

  private static void awaitReceipts(UUID message, int count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                TestDatabase.number("select count(*) from receipt where message_id = ?", message)
                    >= count);
  }
}
