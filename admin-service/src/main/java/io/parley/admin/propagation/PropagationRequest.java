package io.parley.admin.propagation;

import io.parley.admin.validation.Findings;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the propagation.
 *
 * @param patience how long to wait at most until the version is in force everywhere
 * @param version which one; the last committed one when absent
 */
record PropagationRequest(Duration patience, Optional<Long> version) {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  /**
   * Reads the query parameters as they came.
   *
   * @throws io.parley.platform.problem.ProblemException if one is wrong
   */
  static PropagationRequest parse(@Nullable String wait, @Nullable String version) {
    Findings findings = Findings.none();
    PropagationRequest request =
        new PropagationRequest(patience(wait, findings), version(version, findings));
    findings.refuseIfAny();
    return request;
  }

  private static Duration patience(@Nullable String wait, Findings findings) {
    if (wait == null) {
      return Duration.ZERO;
    }
    try {
      Duration duration = Duration.parse(wait);
      if (!duration.isNegative() && duration.compareTo(LONGEST_WAIT) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Told below, as for a duration that is out of bounds.
    }
    findings.add("wait", "must be an ISO 8601 duration from PT0S to " + LONGEST_WAIT);
    return Duration.ZERO;
  }

  private static Optional<Long> version(@Nullable String version, Findings findings) {
    if (version == null) {
      return Optional.empty();
    }
    if (!NUMBER.matcher(version).matches()) {
      findings.add("version", "must be a number of at most 18 digits");
      return Optional.empty();
    }
    return Optional.of(Long.valueOf(version));
  }
}
