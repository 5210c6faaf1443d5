package io.parley.admin.account;

import io.parley.channels.CheckResult;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What checking an account at its provider came to, and when. */
@Embeddable
public class LastCheck {

  private static final int LONGEST_EXPLANATION = 2_000;

  @Enumerated(EnumType.STRING)
  private CheckResult.Verdict checkVerdict;

  private String checkExplanation;
  private Instant checkedAt;
  private Long checkDurationMs;

  /** For Hibernate. */
  LastCheck() {}

  public LastCheck(CheckResult result, Instant checkedAt, Duration duration) {
    this.checkVerdict = result.verdict();
    this.checkExplanation =
        result.explanation().length() > LONGEST_EXPLANATION
            ? result.explanation().substring(0, LONGEST_EXPLANATION) + "…"
            : result.explanation();
    this.checkedAt = checkedAt;
    this.checkDurationMs = duration.toMillis();
  }

  CheckResult.Verdict verdict() {
    return checkVerdict;
  }

  String explanation() {
    return checkExplanation;
  }

  Instant checkedAt() {
    return checkedAt;
  }

  long durationMs() {
    return checkDurationMs;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LastCheck check
        && check.checkVerdict == checkVerdict
        && Objects.equals(check.checkExplanation, checkExplanation)
        && Objects.equals(check.checkedAt, checkedAt)
        && Objects.equals(check.checkDurationMs, checkDurationMs);
  }

  @Override
  public int hashCode() {
    return Objects.hash(checkVerdict, checkExplanation, checkedAt, checkDurationMs);
  }
}
