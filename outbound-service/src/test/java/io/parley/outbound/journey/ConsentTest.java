package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.ConsentSignal;
import io.parley.events.CustomerSignalled;
import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsentTest extends Journey {

  @Test
  void nothingIsSentAfterStop() {
    // Given
    customerWrites(" stop ", null, Instant.now());

    // When
    UUID message = reply("hello");
    awaitState(message, DeliveryState.REJECTED);

    // Then
    assertThat(latest(message).reason())
        .satisfies(reason -> assertThat(reason.cause()).isEqualTo(FailureCause.OPTED_OUT));
    assertThat(taken()).isEmpty();
  }

  @Test
  void startBringsTheCustomerBack() {
    // Given
    customerWrites("whatever it says", ConsentSignal.STOP, Instant.now().minusSeconds(2));
    customerWrites("START", null, Instant.now().minusSeconds(1));

    // When
    UUID message = reply("welcome back");
    awaitState(message, DeliveryState.DELIVERED);

    // Then
    assertThat(taken()).containsExactly("welcome back");
  }

  @Test
  void olderStartDoesNotUndoANewerStop() {
    // Given
    customerWrites("STOP", null, Instant.now().minusSeconds(1));
    customerWrites("START", null, Instant.now().minusSeconds(60));

    // When
    UUID message = reply("hello");
    awaitState(message, DeliveryState.REJECTED);

    // Then
    assertThat(taken()).isEmpty();
  }

  @Test
  void refusalByTheProviderForConsentStopsLaterMessagesBeforeTheCall() {
    // Given
    simulator()
        .faults(FaultRule.times(1, FaultMatch.to(customer), new Fault.Refuse(21610, 0, null)));
    UUID first = reply("first");
    awaitState(first, DeliveryState.REJECTED);

    // When
    UUID second = reply("second");
    awaitState(second, DeliveryState.REJECTED);

    // Then
    assertThat(latest(first).attempt()).isEqualTo(1);
    assertThat(latest(second).attempt()).isZero();
    assertThat(latest(second).reason())
        .satisfies(reason -> assertThat(reason.cause()).isEqualTo(FailureCause.OPTED_OUT));
  }

  @Test
  void receiptThatTellsOfAnOptOutStopsLaterMessages() {
    // Given
    simulator()
        .faults(
            FaultRule.always(
                FaultMatch.to(customer), new Fault.FailLater(Fault.Failure.FAILED, 21610, null)));
    UUID first = reply("first");
    awaitState(first, DeliveryState.REJECTED);

    // When
    UUID second = reply("second");
    awaitState(second, DeliveryState.REJECTED);

    // Then
    assertThat(taken()).containsExactly("first");
  }

  private void customerSignals(CustomerSignalled.Signal signal, Instant at) {
    String id = Business.hex(8);
    tell(
        business.account().id() + "/" + id,
        at,
        new CustomerSignalled(
            business.account().id(),
            business.address().id(),
            business.account().channel(),
            "twilio",
            id,
            to(),
            signal,
            at));
    // The same key, so what stood before this has been learnt.
    customerWrites("well", null, Instant.now());
  }

  @Test
  void optOutInTheAppsOwnMenuStopsMessages() {
    // Given
    customerSignals(CustomerSignalled.Signal.OPTED_OUT, Instant.now());

    // When
    UUID message = reply("hello");
    awaitState(message, DeliveryState.REJECTED);

    // Then
    assertThat(latest(message).reason())
        .satisfies(reason -> assertThat(reason.cause()).isEqualTo(FailureCause.OPTED_OUT));
    assertThat(taken()).isEmpty();
  }

  @Test
  void optInInTheAppsOwnMenuAllowsThemAgain() {
    // Given
    customerSignals(CustomerSignalled.Signal.OPTED_OUT, Instant.now().minusSeconds(2));
    customerSignals(CustomerSignalled.Signal.OPTED_IN, Instant.now().minusSeconds(1));

    // When
    UUID message = reply("welcome back");
    awaitState(message, DeliveryState.DELIVERED);

    // Then
    assertThat(taken()).containsExactly("welcome back");
  }

  @Test
  void typingSaysNothingAboutConsent() {
    // Given
    customerSignals(CustomerSignalled.Signal.TYPING_STARTED, Instant.now());

    // When
    UUID message = reply("take your time");

    // Then
    awaitState(message, DeliveryState.DELIVERED);
  }

  @Test
  void unknownAddressIsRefusedVisibly() {
    // Given
    business = Business.on(channel());

    // When
    UUID message = reply("from nowhere");
    awaitState(message, DeliveryState.REJECTED);

    // Then
    assertThat(latest(message).reason())
        .satisfies(reason -> assertThat(reason.cause()).isEqualTo(FailureCause.CONFIGURATION));
  }

  @Test
  void tooLongTextIsRefusedBeforeTheCall() {
    // When
    UUID message = reply("x".repeat(1601));
    awaitState(message, DeliveryState.REJECTED);

    // Then
    assertThat(latest(message).reason())
        .satisfies(reason -> assertThat(reason.cause()).isEqualTo(FailureCause.CONTENT_INVALID));
    assertThat(latest(message).attempt()).isZero();
  }
}
