package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.DeliveryReason;
import io.parley.events.DeliveryState;
import io.parley.events.DeliveryUpdated;
import io.parley.events.FailureCause;
import io.parley.events.ReceiptStatus;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProviderFaultsTest extends Journey {

  private void strike(int times, Fault fault) {
    simulator().faults(FaultRule.times(times, FaultMatch.to(customer), fault));
  }

  @Test
  void retryAfterIsHonouredAndTheWaitIsShown() {
    // Given
    strike(1, new Fault.TooManyRequests(1));

    // When
    UUID message = reply("patience");
    awaitState(message, DeliveryState.DELIVERED);

    // Then
    DeliveryUpdated waiting =
        updates(message).stream().filter(u -> u.nextAttemptAt() != null).findFirst().orElseThrow();
    assertThat(Duration.between(waiting.at(), waiting.nextAttemptAt()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(999));
    assertThat(reason(waiting).cause()).isEqualTo(FailureCause.THROTTLED);
    assertThat(latest(message).attempt()).isEqualTo(2);
    assertThat(taken()).containsExactly("patience");
  }

  @Test
  void serverErrorBeforeAcceptanceIsLookedUpAndThenRepeated() {
    // Given
    strike(1, new Fault.ServerError(503, Fault.When.BEFORE, Fault.ErrorBody.HTML));

    // When
    UUID message = reply("again");
    awaitState(message, DeliveryState.DELIVERED);

    // Then
    assertThat(taken()).containsExactly("again");
    assertThat(latest(message).attempt()).isEqualTo(2);
  }

  @Test
  void serverErrorAfterAcceptanceIsLookedUpAndNotRepeated() {
    // Given
    strike(1, new Fault.ServerError(500, Fault.When.AFTER, Fault.ErrorBody.JSON));

    // When
    UUID message = reply("only once");
    awaitState(message, DeliveryState.DELIVERED);

    // Then
    assertThat(taken()).containsExactly("only once");
    assertThat(latest(message).attempt()).isEqualTo(1);
  }

  @Test
  void lostAnswerIsFoundAndNotRepeated() {
    // Given
    simulator()
        .faults(
            FaultRule.times(1, FaultMatch.to(customer), new Fault.DropAnswer()),
            FaultRule.always(FaultMatch.to(customer), new Fault.NoCallbacks()));

    // When
    UUID message = reply("dropped");
    awaitState(message, DeliveryState.SENT);

    // Then
    assertThat(taken()).containsExactly("dropped");
    assertThat(latest(message).attempt()).isEqualTo(1);
    assertThat(latest(message).providerMessageId())
        .isEqualTo(takenMessages().getFirst().messageId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"BEFORE", "AFTER"})
  void messageThatIsTakenAfterOurTimeLimitIsNotSentTwice(Fault.When when) {
    // Given
    simulator()
        .faults(
            FaultRule.times(1, FaultMatch.to(customer), new Fault.Slow(1600, when)),
            FaultRule.always(FaultMatch.to(customer), new Fault.NoCallbacks()));

    // When
    UUID message = reply("slow");
    awaitState(message, DeliveryState.SENT);

    // Then
    assertThat(taken()).containsExactly("slow");
    assertThat(latest(message).attempt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"21211,RECIPIENT_INVALID", "21606,CONFIGURATION", "20003,CREDENTIALS"})
  void refusalIsFinalAndSaysWhy(int code, FailureCause cause) {
    // Given
    strike(1, new Fault.Refuse(code, 0, null));

    // When
    UUID refused = reply("refused");
    UUID next = reply("next");
    awaitState(next, DeliveryState.DELIVERED);

    // Then
    assertThat(latest(refused).state()).isEqualTo(DeliveryState.REJECTED);
    assertThat(reason(latest(refused)).cause()).isEqualTo(cause);
    assertThat(reason(latest(refused)).providerCode()).isEqualTo(Integer.toString(code));
    assertThat(taken()).containsExactly("next");
  }

  @Test
  void attemptsAreBoundedAndTheConversationGoesOn() {
    // Given
    simulator().faults(FaultRule.always(FaultMatch.body("stuck"), new Fault.TooManyRequests(null)));

    // When
    UUID stuck = reply("stuck");
    UUID next = reply("next");
    awaitState(next, DeliveryState.DELIVERED);

    // Then
    assertThat(latest(stuck).state()).isEqualTo(DeliveryState.FAILED);
    assertThat(latest(stuck).attempt()).isEqualTo(6);
    assertThat(reason(latest(stuck)).text()).endsWith("given up after 6 attempts.");
  }

  @Test
  void orderSurvivesEveryKindOfRetry() {
    // Given
    simulator()
        .faults(
            FaultRule.times(2, FaultMatch.to(customer), new Fault.TooManyRequests(null)),
            FaultRule.times(
                1,
                FaultMatch.to(customer),
                new Fault.ServerError(503, Fault.When.BEFORE, Fault.ErrorBody.EMPTY)),
            FaultRule.times(1, FaultMatch.to(customer), new Fault.DropAnswer()));

    // When
    List<UUID> messages = List.of(reply("1"), reply("2"), reply("3"));
    messages.forEach(message -> awaitState(message, DeliveryState.SENT, DeliveryState.DELIVERED));

    // Then
    assertThat(taken()).containsExactly("1", "2", "3");
  }

  @Test
  void slowConversationHoldsUpNoOther() {
    // Given
    simulator()
        .faults(
            FaultRule.always(FaultMatch.body("slow"), new Fault.Slow(900, Fault.When.AFTER)),
            FaultRule.always(FaultMatch.body("slow"), new Fault.NoCallbacks()));
    UUID slow = reply("slow");
    await().until(() -> !taken().isEmpty());

    // When
    conversation = UUID.randomUUID();
    UUID quick = reply("quick");
    awaitState(quick, DeliveryState.SENT, DeliveryState.DELIVERED);

    // Then
    assertThat(latest(quick).at()).isBefore(awaitSent(slow).at());
  }

  private static DeliveryUpdated awaitSent(UUID message) {
    awaitState(message, DeliveryState.SENT, DeliveryState.DELIVERED);
    return updates(message).stream()
        .filter(u -> u.state() == DeliveryState.SENT || u.state() == DeliveryState.DELIVERED)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void unansweredQuestionsEndAsUnknownAndAReceiptStillResolvesIt() {
    // Given
    simulator()
        .faults(
            FaultRule.times(1, FaultMatch.to(customer), new Fault.DropAnswer()),
            FaultRule.always(FaultMatch.to(customer), new Fault.NoCallbacks()),
            FaultRule.always(
                FaultMatch.operation("list"),
                new Fault.ServerError(500, Fault.When.BEFORE, Fault.ErrorBody.JSON)));
    UUID message = reply("who knows");
    awaitState(message, DeliveryState.UNKNOWN);
    FailureCause cause = reason(latest(message)).cause();

    // When
    receipt(message, takenMessages().getFirst().messageId(), ReceiptStatus.DELIVERED, null);
    awaitState(message, DeliveryState.DELIVERED);

    // Then
    assertThat(cause).isEqualTo(FailureCause.OUTCOME_UNKNOWN);
    assertThat(taken()).containsExactly("who knows");
  }

  private static DeliveryReason reason(DeliveryUpdated update) {
    return Objects.requireNonNull(update.reason());
  }
}
