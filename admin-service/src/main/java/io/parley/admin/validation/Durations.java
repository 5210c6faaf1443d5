package io.parley.admin.validation;

import java.time.Duration;

/**
 * A range of durations in whole seconds.
 *
 * @param shortest that is allowed
 * @param longest that is allowed
 */
public record Durations(Duration shortest, Duration longest) {

  /** Adds a finding if a duration is out of range or has parts of seconds. */
  public void require(String pointer, Duration duration, Findings findings) {
    if (duration.getNano() != 0) {
      findings.add(pointer, "must be whole seconds");
    } else if (duration.compareTo(shortest) < 0 || duration.compareTo(longest) > 0) {
      findings.add(pointer, "must be between " + shortest + " and " + longest);
    }
  }
}
