package io.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.recording.RecordedCallback;
import io.parley.simulator.testing.Exchange;
import io.parley.simulator.testing.FaultCase;
import io.parley.simulator.testing.Receiver;
import io.parley.simulator.testing.Tongue;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The faults that are the same for all, in the tongue of each provider. */
class EveryProviderTest {

  private final Receiver receiver = new Receiver();
  private final Simulator simulator = Simulator.start(0);

  @AfterEach
  void stop() {
    simulator.close();
    receiver.close();
  }

  static Stream<Arguments> everyFaultOfEveryProvider() {
    return Stream.of(Tongue.values())
        .flatMap(tongue -> FaultCase.all().stream().map(fault -> Arguments.of(tongue, fault)));
  }

  @ParameterizedTest
  @MethodSource("everyFaultOfEveryProvider")
  void faultStrikesInTheProvidersForm(Tongue tongue, FaultCase fault) throws Exception {
    // Given
    tongue.prepare(simulator, receiver.base());
    simulator.faults(FaultRule.times(1, FaultMatch.provider(tongue.provider()), fault.fault()));

    // When
    if (fault.fault() instanceof Fault.DropAnswer) {
      assertThatThrownBy(() -> tongue.send(simulator, "Hi")).isInstanceOf(IOException.class);
    } else {
      Exchange.Result result = tongue.send(simulator, "Hi");

      // Then
      assertThat(result.status())
          .isEqualTo(fault.isGoodInTheEnd() ? tongue.good() : fault.status());
      assertThat(result.headers().getOrDefault("retry-after", "")).isEqualTo(fault.retryAfter());
      if (!fault.contentType().isEmpty()) {
        assertThat(result.headers().getOrDefault("content-type", ""))
            .contains(fault.contentType().equals("json") ? tongue.errors() : fault.contentType());
      }
    }
    assertThat(simulator.messages()).hasSize(fault.taken());
  }

  @ParameterizedTest
  @EnumSource
  void faultOfAnotherProviderDoesNotStrike(Tongue tongue) throws Exception {
    // Given
    tongue.prepare(simulator, receiver.base());
    simulator.faults(
        FaultRule.always(FaultMatch.provider("twilio"), new Fault.TooManyRequests(null)));

    // When
    Exchange.Result result = tongue.send(simulator, "Hi");

    // Then
    assertThat(result.status()).isEqualTo(tongue.good());
    assertThat(simulator.messages().getFirst().provider()).isEqualTo(tongue.provider());
    assertThat(simulator.messages().getFirst().body()).isEqualTo("Hi");
  }

  @ParameterizedTest
  @EnumSource
  void callbacksCanBeRepeated(Tongue tongue) throws Exception {
    // When
    sendWith(tongue, new Fault.DuplicateCallbacks(2));

    // Then
    List<String> twice = tongue.statuses().stream().flatMap(s -> Stream.of(s, s)).toList();
    await().untilAsserted(() -> assertThat(statuses(0)).isEqualTo(twice));
  }

  @ParameterizedTest
  @EnumSource
  void callbacksCanComeInTheWrongOrder(Tongue tongue) throws Exception {
    // When
    sendWith(tongue, new Fault.ReorderCallbacks());

    // Then
    await().untilAsserted(() -> assertThat(statuses(0)).isEqualTo(tongue.statuses().reversed()));
  }

  @ParameterizedTest
  @EnumSource
  void callbacksCanComeBeforeTheAnswer(Tongue tongue) throws Exception {
    // When
    sendWith(tongue, new Fault.EarlyCallbacks());

    // Then
    assertThat(statuses(0)).isEqualTo(tongue.statuses());
  }

  @ParameterizedTest
  @EnumSource
  void callbacksCanBeLeftOut(Tongue tongue) throws Exception {
    // Given
    sendWith(tongue, new Fault.NoCallbacks());

    // When
    tongue.send(simulator, "second");

    // Then
    await().untilAsserted(() -> assertThat(statuses(1)).isEqualTo(tongue.statuses()));
    assertThat(statuses(0)).isEmpty();
  }

  private void sendWith(Tongue tongue, Fault fault) throws Exception {
    tongue.prepare(simulator, receiver.base());
    simulator.faults(FaultRule.times(1, FaultMatch.provider(tongue.provider()), fault));
    tongue.send(simulator, "first");
  }

  private List<String> statuses(int message) {
    return simulator.messages().get(message).callbacks().stream()
        .map(RecordedCallback::status)
        .toList();
  }
}
