package io.parley.admin.securedfield;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A new value of a secret field, and how long the one before is accepted besides.
 *
 * @param value in clear, or a reference that stands for it
 * @param grace whole seconds, at most 30 days; 24 hours if left out
 */
record SecretRotation(@Nullable String value, @Nullable Duration grace) {

  /** Leaves out the value. */
  @Override
  public String toString() {
    return "SecretRotation[" + grace + "]";
  }
}
