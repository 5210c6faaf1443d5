package io.parley.platform.identity;

import java.util.Locale;
import java.util.UUID;

/** Which user of Parley a token speaks of. */
public sealed interface TokenSubject {

  /**
   * By the user's id.
   *
   * @param id the id in Parley
   */
  record ById(UUID id) implements TokenSubject {}

  /**
   * By the user's e-mail address.
   *
   * @param email in lower case
   */
  record ByEmail(String email) implements TokenSubject {

    public ByEmail {
      email = email.strip().toLowerCase(Locale.ROOT);
    }

    /** Leaves out what identifies a person. */
    @Override
    public String toString() {
      return "ByEmail[…]";
    }
  }
}
