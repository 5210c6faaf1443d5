package io.parley.admin.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CheckResult;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.platform.provider.Exchange;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckRunTest {

  private static final ProviderRequest REQUEST =
      new ProviderRequest("GET", URI.create("https://api.example.org/me"), Map.of(), new byte[0]);
  private static final Exchange OK =
      new Exchange.Answered(new ProviderResponse(200, Map.of(), new byte[0]));

  @Test
  void stepsFollowOneAnotherUntilTheResult() {
    // Given
    CheckStep steps = asking(6, CheckStep.done(Verdict.VALID, "All is well."));

    // When
    CheckResult result = new CheckRun(request -> OK, 6, () -> false).from(steps);

    // Then
    assertThat(result).isEqualTo(new CheckResult(Verdict.VALID, "All is well."));
  }

  @Test
  void noMoreThanTheAllowedCallsAreMade() {
    // Given
    AtomicInteger calls = new AtomicInteger();
    CheckStep endless = endless();

    // When
    CheckResult result =
        new CheckRun(
                request -> {
                  calls.incrementAndGet();
                  return OK;
                },
                6,
                () -> false)
            .from(endless);

    // Then
    assertThat(calls).hasValue(6);
    assertThat(result.verdict()).isEqualTo(Verdict.NOT_VERIFIABLE);
    assertThat(result.explanation()).contains("after 6 calls");
  }

  @Test
  void noCallBeginsWhenTimeIsUp() {
    // Given
    AtomicInteger calls = new AtomicInteger();

    // When
    CheckResult result =
        new CheckRun(
                request -> {
                  calls.incrementAndGet();
                  return OK;
                },
                6,
                () -> calls.get() == 2)
            .from(endless());

    // Then
    assertThat(calls).hasValue(2);
    assertThat(result).isEqualTo(CheckRun.TOO_SLOW);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatKeepsTheProviderFromAnsweringIsSaid(Exchange exchange, Verdict verdict, String words) {
    // When
    CheckResult result = new CheckRun(request -> exchange, 6, () -> false).from(endless());

    // Then
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.explanation()).contains(words);
  }

  static Stream<Arguments> failures() {
    DeliveryReason reason =
        new DeliveryReason(FailureCause.PROVIDER_FAILURE, "The key is revoked.", null);
    return Stream.of(
        Arguments.of(
            new Exchange.NotSent("It could not be found."),
            Verdict.UNREACHABLE,
            "It could not be found. Asked was api.example.org. Check the host"),
        Arguments.of(
            new Exchange.Lost("It broke off."),
            Verdict.UNREACHABLE,
            "It broke off. Asked was api.example.org. Try again"),
        Arguments.of(
            new Exchange.NoAccess(reason, true),
            Verdict.CREDENTIALS_REFUSED,
            "The key is revoked."),
        Arguments.of(
            new Exchange.NoAccess(reason, false), Verdict.NOT_VERIFIABLE, "The key is revoked."));
  }

  private static CheckStep asking(int times, CheckStep end) {
    return times == 0 ? end : new CheckStep.Ask(REQUEST, answer -> asking(times - 1, end));
  }

  private static CheckStep endless() {
    return new CheckStep.Ask(REQUEST, answer -> endless());
  }
}
