package io.parley.admin.password;

/**
 * A password as it is stored: Argon2id with its cost and salt in the usual text form.
 *
 * @param encoded begins with {@code $argon2id$}
 */
public record PasswordHash(String encoded) {

  /** Tells this hash from another one, without being of use to whoever reads it. */
  public String stamp() {
    return Sha256.hex(encoded);
  }

  /** Does not help whoever reads logs. */
  @Override
  public String toString() {
    return "PasswordHash[…]";
  }
}
