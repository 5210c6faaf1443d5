package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.DeliveryReason;
import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.events.ReceiptStatus;
import io.parley.simulator.faults.ErrorCode;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.recording.RecordedMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for every provider, through the whole service and against its simulator. */
abstract class SendingTable extends Journey {

  private static final DeliveryState[] ARRIVED = {DeliveryState.DELIVERED, DeliveryState.READ};

  /** What becomes of a call without a clear answer. */
  enum Doubt {
    /** It is put again with the same id, and the provider takes it once. */
    REPEATED,
    /** Nothing can be found out until a report comes. */
    LEFT_OPEN
  }

  /** How reports can come in. */
  enum Order {
    REPEATED(new Fault.DuplicateCallbacks(3)),
    REVERSED(new Fault.ReorderCallbacks()),
    BEFORE_THE_ANSWER(new Fault.EarlyCallbacks());

    private final Fault fault;

    Order(Fault fault) {
      this.fault = fault;
    }
  }

  @Override
  abstract Business newBusiness();

  @Override
  abstract void register(Business with);

  /** The provider's name in the simulator. */
  abstract String simulated();

  /** The simulator's id of the account. */
  abstract String accountAtProvider(Business of);

  /** What the provider file promises about a call without a clear answer. */
  abstract Doubt doubt();

  /** What a 503 without the provider's own words comes to, when nothing was taken. */
  DeliveryState afterUnavailability() {
    return switch (doubt()) {
      case REPEATED -> DeliveryState.DELIVERED;
      case LEFT_OPEN -> DeliveryState.UNKNOWN;
    };
  }

  /** What a customer has to do before there can be a reply. */
  void customerBegins() {}

  /** Whether the provider's network carries these characters. */
  boolean carries(String text) {
    return true;
  }

  final void strike(Fault... once) {
    simulator()
        .faults(
            Arrays.stream(once)
                .map(fault -> FaultRule.times(1, FaultMatch.provider(simulated()), fault))
                .toArray(FaultRule[]::new));
  }

  private void strikeSilently(Fault fault) {
    simulator()
        .faults(
            FaultRule.times(1, FaultMatch.provider(simulated()), fault),
            FaultRule.always(FaultMatch.provider(simulated()), new Fault.NoCallbacks()));
  }

  /** A refusal in the answer to the call. */
  final void assertRefused(String code, int status, FailureCause cause) {
    // Given
    strike(new Fault.Refuse(new ErrorCode(code), status, null));

    // When
    UUID refused = reply("refused");
    UUID next = reply("next");
    awaitState(next, DeliveryState.DELIVERED, DeliveryState.READ, DeliveryState.REJECTED);

    // Then
    boolean customerIsGone = cause == FailureCause.OPTED_OUT || cause == FailureCause.BLOCKED;
    assertThat(latest(refused).state()).isEqualTo(DeliveryState.REJECTED);
    assertThat(reason(refused).cause()).isEqualTo(cause);
    assertThat(reason(refused).text()).isNotBlank();
    assertThat(latest(refused).attempt()).isEqualTo(1);
    assertThat(latest(next).attempt()).isEqualTo(customerIsGone ? 0 : 1);
    assertThat(taken()).isEqualTo(customerIsGone ? List.of() : List.of("next"));
  }

  /** A failure that is reported after the message was taken. */
  final void assertFailsLater(String code, DeliveryState state, FailureCause cause) {
    // Given
    strike(new Fault.FailLater(code));

    // When
    UUID message = reply("fails later");
    awaitState(message, state);

    // Then
    assertThat(reason(message).cause()).isEqualTo(cause);
    assertThat(taken()).containsExactly("fails later");
  }

  static DeliveryReason reason(UUID message) {
    return Objects.requireNonNull(latest(message).reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your order 8841 has left.",
        "Café au lait, naïve Grüße: ça va?",
        "On its way \uD83D\uDE9A \uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "a < b && c > d, said \"she\" & 'he' 100% {{text}} + #1; \\n",
        "first line\nsecond line\n\nfourth line"
      })
  void textArrivesAsItWasWritten(String text) {
    // When
    UUID message = reply(text);

    // Then
    if (carries(text)) {
      awaitState(message, ARRIVED);
      assertThat(taken()).containsExactly(text);
    } else {
      awaitState(message, DeliveryState.REJECTED);
      assertThat(reason(message).cause()).isEqualTo(FailureCause.CONTENT_INVALID);
      assertThat(taken()).isEmpty();
    }
  }

  @Test
  void throttlingIsWaitedOut() {
    // Given
    strike(new Fault.TooManyRequests(1));

    // When
    UUID message = reply("patience");
    awaitState(message, ARRIVED);

    // Then
    assertThat(taken()).containsExactly("patience");
    assertThat(latest(message).attempt()).isEqualTo(2);
  }

  @Test
  void unavailabilityNeverSendsTwice() {
    // Given
    strike(new Fault.ServerError(503, Fault.When.BEFORE, Fault.ErrorBody.HTML));

    // When
    UUID message = reply("unavailable");
    awaitState(message, afterUnavailability());

    // Then
    assertThat(taken())
        .isEqualTo(
            afterUnavailability() == DeliveryState.DELIVERED ? List.of("unavailable") : List.of());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void messageWhoseAnswerIsLostIsTakenOnce(boolean dropped) {
    // Given
    strikeSilently(
        dropped
            ? new Fault.DropAnswer()
            : new Fault.ServerError(500, Fault.When.AFTER, Fault.ErrorBody.EMPTY));

    // When
    UUID message = reply("only once");
    awaitState(
        message,
        switch (doubt()) {
          case REPEATED -> DeliveryState.SENT;
          case LEFT_OPEN -> DeliveryState.UNKNOWN;
        });

    // Then
    assertThat(taken()).containsExactly("only once");
    assertThat(latest(message).attempt()).isEqualTo(1);
  }

  @Test
  void reportSettlesWhatIsUnknown() {
    // Given
    strikeSilently(new Fault.DropAnswer());
    UUID message = reply("reported");
    awaitState(message, DeliveryState.SENT, DeliveryState.UNKNOWN);
    String known = latest(message).providerMessageId();

    // When
    receipt(
        message,
        known == null ? takenMessages().getFirst().messageId() : known,
        ReceiptStatus.DELIVERED,
        null);

    // Then
    awaitState(message, DeliveryState.DELIVERED);
    assertThat(taken()).containsExactly("reported");
  }

  @ParameterizedTest
  @EnumSource
  void orderAndNumberOfReportsDoNotMatter(Order order) {
    // Given
    strike(order.fault);

    // When
    UUID message = reply("reports");

    // Then
    awaitState(message, ARRIVED);
    assertThat(taken()).containsExactly("reports");
  }

  @Test
  void twoAccountsOfOneProviderSendEachWithItsOwnCredentials() {
    // Given
    Business one = business;
    UUID fromOne = reply("from one");
    awaitState(fromOne, ARRIVED);
    business = newBusiness();
    set(business);
    customerBegins();
    conversation = UUID.randomUUID();

    // When
    UUID fromOther = reply("from the other");
    awaitState(fromOther, ARRIVED);

    // Then
    assertThat(takenMessages())
        .extracting(RecordedMessage::accountId)
        .containsExactly(accountAtProvider(one), accountAtProvider(business));
  }

  @Test
  void customerWhoStoppedMeanwhileIsNotWrittenToByARepetition() {
    // Given
    strikeSilently(new Fault.Slow(1500, Fault.When.BEFORE));
    UUID message = reply("a moment late");
    await().until(() -> states(message).contains(DeliveryState.SENDING));

    // When
    customerWrites("STOP", null, Instant.now());
    awaitState(message, DeliveryState.UNKNOWN);

    // Then
    await().until(() -> !taken().isEmpty());
    assertThat(taken()).containsExactly("a moment late");
    assertThat(callsWith("a moment late")).isEqualTo(1);
  }

  /** How often the simulator was called with this text. */
  final long callsWith(String text) {
    return simulator().requests().stream()
        .filter(request -> request.body().replace('+', ' ').contains(text))
        .filter(request -> (request.path() + request.body()).contains(customer.substring(2)))
        .count();
  }
}
