package io.parley.simulator.faults;

import io.parley.simulator.http.Fields;
import org.jspecify.annotations.Nullable;

/**
 * When to do what.
 *
 * @param match every send request when absent
 * @param times how often the rule strikes before it is spent; 0 means without end
 */
public record FaultRule(@Nullable FaultMatch match, int times, Fault action) {

  public FaultRule {
    match = Fields.orElse(match, FaultMatch.ANY);
    Fields.between(times, 0, Integer.MAX_VALUE, "times");
    Fields.required(action, "action");
  }

  public static FaultRule always(FaultMatch match, Fault action) {
    return new FaultRule(match, 0, action);
  }

  public static FaultRule times(int times, FaultMatch match, Fault action) {
    return new FaultRule(match, times, action);
  }

  boolean fits(FaultSubject subject) {
    return Fields.orElse(match, FaultMatch.ANY).fits(subject);
  }

  int everyNth() {
    return Math.max(1, Fields.orElse(match, FaultMatch.ANY).everyNth());
  }
}
