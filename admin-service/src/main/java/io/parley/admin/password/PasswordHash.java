package io.parley.admin.password;

/**
 * A password as it is stored: Argon2id with its cost and salt in the usual text form.
 *
 * @param encoded begins with {@code $argon2id$}
 */
public record PasswordHash(String encoded) {

  /** Does not help whoever reads logs. */
  @Override
  public String toString() {
    return "PasswordHash[…]";
  }
}
