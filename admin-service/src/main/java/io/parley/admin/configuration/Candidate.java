package io.parley.admin.configuration;

import io.parley.admin.validation.Findings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A definition that is to come into force, and what it is checked against.
 *
 * @param id the object's id
 * @param before the object as it was; empty when it is created
 * @param all all objects as they will be, except that later kinds of the same change set have not
 *     been checked yet
 * @param givenSecrets secret fields that come with the definition, in clear; null removes one
 * @param keptSecrets names of secret fields that are set already and stay
 * @param findings takes what is wrong; pointers are relative to the definition
 */
public record Candidate<D>(
    UUID id,
    Optional<Entry<D>> before,
    ConfiguredObjects all,
    Map<String, @Nullable String> givenSecrets,
    Set<String> keptSecrets,
    Findings findings) {

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return "Candidate[" + id + "]";
  }
}
