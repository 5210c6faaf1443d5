package io.parley.admin.configuration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret field of an object, as it is kept.
 *
 * @param ciphertext bound to object and field; of a password, its hash
 * @param setAt when it was set
 * @param previous what it was before; still accepted from callers until {@code previousUntil}
 * @param previousUntil until when the previous one counts
 */
public record Sealed(
    String ciphertext, Instant setAt, @Nullable String previous, @Nullable Instant previousUntil) {

  /** Leaves out what it holds. */
  @Override
  public String toString() {
    return "Sealed[" + setAt + "]";
  }
}
