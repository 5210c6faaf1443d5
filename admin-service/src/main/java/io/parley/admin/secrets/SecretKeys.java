package io.parley.admin.secrets;

import io.parley.channels.secrets.Keyset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The keys of secret fields and how far putting everything under the primary one has got.
 *
 * @param primaryKeyId the key that encrypts
 * @param done whether every stored value is under it and published so
 * @param keys every key of the keyset, and those that are missing from it
 */
@Schema(name = "SecretKeys")
record SecretKeys(long primaryKeyId, boolean done, List<Entry> keys) {

  SecretKeys {
    keys = List.copyOf(keys);
  }

  /** Whether a key opens what is under it. */
  @Schema(name = "SecretKeyStatus")
  enum Status {
    ENABLED,
    DISABLED,
    /** Values are under a key that the keyset has not: they cannot be read. */
    MISSING
  }

  /**
   * One key.
   *
   * @param id as the command that rotates keys shows it
   * @param status whether it opens what is under it
   * @param primary whether it encrypts
   * @param values how many stored values are under it
   */
  @Schema(name = "SecretKey")
  record Entry(long id, Status status, boolean primary, long values) {}

  /**
   * Puts together what the keyset has and what the database says.
   *
   * @param values how many values are under which key
   * @param unpublished whether changes wait to be published
   */
  static SecretKeys of(Keyset keyset, Map<Long, Long> values, boolean unpublished) {
    List<Entry> entries = new ArrayList<>();
    Map<Long, Long> unknown = new TreeMap<>(values);
    for (Keyset.Key key : keyset.keys()) {
      Long under = unknown.remove(key.id());
      entries.add(
          new Entry(
              key.id(),
              key.enabled() ? Status.ENABLED : Status.DISABLED,
              key.primary(),
              under == null ? 0 : under));
    }
    unknown.forEach((id, under) -> entries.add(new Entry(id, Status.MISSING, false, under)));
    return new SecretKeys(
        keyset.primaryId(),
        !unpublished && entries.stream().allMatch(key -> key.primary() || key.values() == 0),
        entries);
  }
}
