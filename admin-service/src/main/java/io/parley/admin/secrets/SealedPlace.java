package io.parley.admin.secrets;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Every column that holds ciphertexts, and what each is bound to. {@code key_id} beside it is
 * worked out by the database.
 */
enum SealedPlace {
  FIELD("sealed_field", "object_id", "name", "ciphertext", "key_id", true),
  PREVIOUS_FIELD(
      "sealed_field", "object_id", "name", "previous_ciphertext", "previous_key_id", true),
  SIGNING_KEY(
      "signing_key",
      "'00000000-0000-0000-0000-000000000001'::uuid",
      "'signing-key'::text",
      "jwk",
      "key_id",
      false),
  CREATION("creation", "object_id", "'request-digest'::text", "request_digest", "key_id", false);

  /** How many values each key opens, in all places. */
  static final String COUNT =
      Arrays.stream(values())
          .map(place -> "select " + place.keyId + " as key_id from " + place.table)
          .collect(
              Collectors.joining(
                  " union all ",
                  "select key_id, count(*) from (",
                  ") sealed where key_id is not null group by key_id order by key_id"));

  private final String table;
  private final String owner;
  private final String field;
  private final String column;
  private final String keyId;
  private final boolean published;

  SealedPlace(
      String table, String owner, String field, String column, String keyId, boolean published) {
    this.table = table;
    this.owner = owner;
    this.field = field;
    this.column = column;
    this.keyId = keyId;
    this.published = published;
  }

  /** Whether the objects that hold these values are published with them. */
  boolean isPublished() {
    return published;
  }

  /**
   * Owner, field and ciphertext of values under one of the keys $1, after the ciphertext $2, at
   * most $3 of them.
   */
  String selection() {
    return "select %2$s, %3$s, %4$s from %1$s where %5$s = any($1) and %4$s > $2 order by %4$s limit $3"
        .formatted(table, owner, field, column, keyId);
  }

  /** Puts the ciphertext $4 where $3 stands, of the owner $1 and the field $2. */
  String exchange() {
    return "update %1$s set %4$s = $4 where %2$s = $1 and %3$s = $2 and %4$s = $3"
        .formatted(table, owner, field, column);
  }
}
