package io.parley.admin.identity;

import io.parley.admin.password.Sha256;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What gets the next token of a session, once. Only its digest is stored.
 *
 * @param value 256 random bits, base64url
 */
record RefreshToken(String value) {

  private static final int BYTES = 32;

  static RefreshToken fresh(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** How it is known again. It is random enough for a plain digest. */
  String digest() {
    return Sha256.hex(value);
  }

  /** Leaves out what gives access. */
  @Override
  public String toString() {
    return "RefreshToken[…]";
  }
}
