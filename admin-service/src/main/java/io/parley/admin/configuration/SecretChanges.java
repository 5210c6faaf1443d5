package io.parley.admin.configuration;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the secret fields of an object.
 *
 * @param given in clear, to be checked; null removes a field
 * @param ciphertexts of those given that are set, by field
 * @param grace how long the present ones stay accepted besides; zero for not at all
 */
record SecretChanges(
    Map<String, @Nullable String> given, Map<String, String> ciphertexts, Duration grace) {

  static final SecretChanges NONE = new SecretChanges(Map.of(), Map.of(), Duration.ZERO);

  SecretChanges {
    given = Collections.unmodifiableMap(new HashMap<>(given));
    ciphertexts = Map.copyOf(ciphertexts);
  }

  /** The fields as they will be. */
  Map<String, Sealed> applied(Map<String, Sealed> present, Instant now) {
    Map<String, Sealed> applied = new HashMap<>(present);
    given.forEach(
        (field, value) -> {
          if (value == null) {
            applied.remove(field);
          }
        });
    ciphertexts.forEach(
        (field, ciphertext) -> {
          Sealed before = present.get(field);
          applied.put(
              field,
              before == null || grace.isZero()
                  ? new Sealed(ciphertext, now, null, null)
                  : new Sealed(ciphertext, now, before.ciphertext(), now.plus(grace)));
        });
    return applied;
  }

  /** Names of the fields that are set already and stay as they are. */
  Set<String> kept(Optional<? extends Entry<?>> before) {
    Set<String> kept = new TreeSet<>();
    before.ifPresent(entry -> kept.addAll(entry.sealed().keySet()));
    kept.removeAll(given.keySet());
    return kept;
  }

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return "SecretChanges[" + given.keySet() + "]";
  }
}
