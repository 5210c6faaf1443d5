package io.parley.admin.configuration;

import io.parley.admin.access.Sight;
import io.parley.admin.validation.Findings;
import java.util.Set;

/** Who may set which secret fields of an object that he or she may otherwise change. */
public interface SecretRights {

  /**
   * Looks for secret fields that somebody may not set or remove.
   *
   * @param entry the object as it was
   * @param fields names of those that are to change
   * @param all all objects as they were
   * @param findings takes the fields, as {@code /secrets/…}
   */
  void check(
      Entry<?> entry, Set<String> fields, Sight sight, ConfiguredObjects all, Findings findings);
}
