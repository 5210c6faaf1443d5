package io.parley.simulator.journey;

import io.parley.simulator.faults.Fault;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of a message's state.
 *
 * @param after wait since the step before
 */
public record Step<S>(S state, Duration after) {

  public static <S> Step<S> of(S state, int afterMs) {
    return new Step<>(state, Duration.ofMillis(afterMs));
  }

  Step<S> atOnce() {
    return new Step<>(state, Duration.ZERO);
  }

  /** The steps as the fault orders them. */
  static <S> List<Step<S>> spoilt(List<Step<S>> steps, Fault.@Nullable OnCallbacks fault) {
    if (fault == null) {
      return steps;
    }
    return switch (fault) {
      case Fault.DuplicateCallbacks duplicate ->
          steps.stream().flatMap(s -> Collections.nCopies(duplicate.times(), s).stream()).toList();
      case Fault.ReorderCallbacks reorder -> steps.reversed();
      case Fault.EarlyCallbacks early -> steps.stream().map(Step::atOnce).toList();
      case Fault.NoCallbacks none -> steps;
    };
  }
}
