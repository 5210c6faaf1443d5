package io.parley.admin.validation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long something old is accepted besides what replaces it. */
public final class GracePeriod {

  private static final Duration DEFAULT = Duration.ofHours(24);
  private static final Durations RANGE = new Durations(Duration.ZERO, Duration.ofDays(30));

  private GracePeriod() {}

  /**
   * The grace period of a request.
   *
   * @param given as {@code /grace}: whole seconds, at most 30 days; 24 hours if absent
   * @throws io.parley.platform.problem.ProblemException if it is out of range
   */
  public static Duration of(@Nullable Duration given) {
    if (given == null) {
      return DEFAULT;
    }
    Findings findings = Findings.none();
    RANGE.require("/grace", given, findings);
    findings.refuseIfAny();
    return given;
  }
}
