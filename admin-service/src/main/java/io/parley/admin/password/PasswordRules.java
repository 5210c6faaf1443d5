package io.parley.admin.password;

import java.util.Locale;
import java.util.Optional;

/** Which passwords may be set. Length counts; rules about kinds of characters do not help. */
public final class PasswordRules {

  private PasswordRules() {}

  /** What is wrong with a new password, if anything. */
  public static Optional<String> flaw(String password, String email) {
    int length = password.codePointCount(0, password.length());
    if (length < Passwords.SHORTEST || length > Passwords.LONGEST) {
      return Optional.of(
          "must have " + Passwords.SHORTEST + " to " + Passwords.LONGEST + " characters");
    }
    if (password.isBlank()) {
      return Optional.of("must not be blank");
    }
    return password.toLowerCase(Locale.ROOT).equals(email)
        ? Optional.of("must not be the e-mail address")
        : Optional.empty();
  }
}
