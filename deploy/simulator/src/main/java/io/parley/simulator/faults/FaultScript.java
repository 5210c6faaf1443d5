package io.parley.simulator.faults;

import java.util.List;
import java.util.Optional;

/**
 * The rules in force. For each kind of fault the first rule that fits and is not spent strikes, and
 * only that one is used up. Safe for use by many threads.
 */
public final class FaultScript {

  /** A rule with its counters, as shown by the control API. */
  public record Progress(FaultRule rule, int seen, int struck) {}

  private static final class Armed {
    final FaultRule rule;
    int seen;
    int struck;

    Armed(FaultRule rule) {
      this.rule = rule;
    }

    boolean spent() {
      return rule.times() > 0 && struck >= rule.times();
    }

    boolean strikes() {
      seen++;
      if (seen % rule.everyNth() != 0) {
        return false;
      }
      struck++;
      return true;
    }
  }

  private List<Armed> armed = List.of();

  /** Replaces all rules and their counters. */
  public synchronized void replace(List<FaultRule> rules) {
    armed = rules.stream().map(Armed::new).toList();
  }

  public synchronized List<Progress> progress() {
    return armed.stream().map(a -> new Progress(a.rule, a.seen, a.struck)).toList();
  }

  /** The fault of this kind that the subject meets, if any; counts it. */
  public synchronized <F extends Fault> Optional<F> next(Class<F> kind, FaultSubject subject) {
    for (Armed candidate : armed) {
      if (kind.isInstance(candidate.rule.action())
          && !candidate.spent()
          && candidate.rule.fits(subject)
          && candidate.strikes()) {
        return Optional.of(kind.cast(candidate.rule.action()));
      }
    }
    return Optional.empty();
  }
}
