package io.parley.simulator.delivery;

import io.parley.simulator.http.Fields;
import org.jspecify.annotations.Nullable;

/**
 * How far an account's webhooks keep to the provider's own schedule of repetitions.
 *
 * @param retries repetitions at most; as many as the provider makes when absent
 * @param faster factor by which the provider's pauses are shorter; 1 when absent
 */
public record Repetition(@Nullable Integer retries, int faster) {

  /** As the provider does it. */
  public static final Repetition REAL = new Repetition(null, 1);

  /** At most three repetitions, a hundred times faster: for schedules that last for days. */
  public static final Repetition FEW_AND_FAST = new Repetition(3, 100);

  /** Every failed webhook is given up at once. */
  public static final Repetition NONE = new Repetition(0, 1);

  public Repetition {
    if (retries != null) {
      Fields.between(retries, 0, 100, "retries");
    }
    faster = Fields.between(faster == 0 ? 1 : faster, 1, 1_000_000, "faster");
  }

  /** The provider's policy, shortened as told. */
  public RetryPolicy of(RetryPolicy provider) {
    RetryPolicy quicker = provider.faster(faster);
    return retries == null ? quicker : quicker.atMost(retries);
  }
}
