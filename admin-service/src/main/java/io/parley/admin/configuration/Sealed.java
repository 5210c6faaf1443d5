package io.parley.admin.configuration;

import io.parley.events.configuration.Account.PreviousSecret;
import java.time.Instant;
import java.util.Optional;
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

  /** What it was before, while that is still accepted, as every service gets it. */
  public Optional<PreviousSecret> before() {
    return previous == null || previousUntil == null
        ? Optional.empty()
        : Optional.of(new PreviousSecret(previous, previousUntil));
  }

  /** The same without what it was before, if that is over. */
  Sealed at(Instant now) {
    return previousUntil == null || previousUntil.isAfter(now)
        ? this
        : new Sealed(ciphertext, setAt, null, null);
  }

  /** Leaves out what it holds. */
  @Override
  public String toString() {
    return "Sealed[" + setAt + "]";
  }
}
