package io.parley.admin.securedfield;

import org.jspecify.annotations.Nullable;

/**
 * The value of a secret field.
 *
 * @param value in clear, or the reference that stands for it
 */
record SecretValue(@Nullable String value) {

  /** Leaves out the value. */
  @Override
  public String toString() {
    return "SecretValue[]";
  }
}
