package io.parley.admin.user;

import io.parley.admin.password.Passwords;
import io.parley.admin.validation.Findings;
import java.util.Locale;

/** Which passwords may be set. Length counts; rules about kinds of characters do not help. */
final class PasswordPolicy {

  private static final String POINTER = "/password";

  private PasswordPolicy() {}

  static void check(UserInput input, Findings findings) {
    String password = input.password();
    if (password == null) {
      return;
    }
    int length = password.codePointCount(0, password.length());
    if (length < Passwords.SHORTEST || length > Passwords.LONGEST) {
      findings.add(
          POINTER, "must have " + Passwords.SHORTEST + " to " + Passwords.LONGEST + " characters");
    } else if (password.isBlank()) {
      findings.add(POINTER, "must not be blank");
    } else if (password.toLowerCase(Locale.ROOT).equals(input.email())) {
      findings.add(POINTER, "must not be the e-mail address");
    }
  }
}
