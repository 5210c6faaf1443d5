package io.parley.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultScriptTest {

  private static final Fault.Refuse FIRST = new Fault.Refuse(1, 0, null);
  private static final Fault.Refuse SECOND = new Fault.Refuse(2, 0, null);

  private final FaultScript script = new FaultScript();

  @Test
  void rulesOfOneKindAreUsedUpOneAfterTheOther() {
    // Given
    script.replace(
        List.of(
            FaultRule.times(2, FaultMatch.ANY, FIRST), FaultRule.times(1, FaultMatch.ANY, SECOND)));

    // When
    List<Fault.OnAnswer> met = List.of(next("a"), next("b"), next("c"));

    // Then
    assertThat(met).containsExactly(FIRST, FIRST, SECOND);
    assertThat(script.next(Fault.OnAnswer.class, subject("d"))).isEmpty();
  }

  @Test
  void rulesOfDifferentKindsStrikeTheSameRequest() {
    // Given
    script.replace(
        List.of(
            FaultRule.always(FaultMatch.ANY, FIRST),
            FaultRule.always(FaultMatch.ANY, new Fault.NoCallbacks())));

    // When
    var callbacks = script.next(Fault.OnCallbacks.class, subject("a"));

    // Then
    assertThat(callbacks).contains(new Fault.NoCallbacks());
    assertThat(script.next(Fault.OnAnswer.class, subject("a"))).contains(FIRST);
  }

  @Test
  void everyNthCountsOnlyWhatFits() {
    // Given
    script.replace(List.of(FaultRule.always(FaultMatch.body("x").everyNth(2), FIRST)));

    // When
    List<Boolean> struck =
        List.of("x1", "y", "x2", "x3", "x4").stream()
            .map(body -> script.next(Fault.OnAnswer.class, subject(body)).isPresent())
            .toList();

    // Then
    assertThat(struck).containsExactly(false, false, true, false, true);
  }

  @Test
  void readingRequestsAreSparedUnlessNamed() {
    // Given
    script.replace(
        List.of(
            FaultRule.always(FaultMatch.ANY, FIRST),
            FaultRule.always(FaultMatch.operation("list"), SECOND)));

    // When
    var met = script.next(Fault.OnAnswer.class, FaultSubject.reading("twilio", "list", "AC1"));

    // Then
    assertThat(met).contains(SECOND);
  }

  private Fault.OnAnswer next(String body) {
    return script.next(Fault.OnAnswer.class, subject(body)).orElseThrow();
  }

  private static FaultSubject subject(String body) {
    return new FaultSubject("twilio", "send", "AC1", "+1", "+2", body);
  }
}
