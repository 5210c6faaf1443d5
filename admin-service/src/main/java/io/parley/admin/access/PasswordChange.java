package io.parley.admin.access;

/** Tokens that are good for nothing but setting another password. */
public final class PasswordChange {

  /** Whom such a token is for; other services take only tokens for Parley as a whole. */
  public static final String AUDIENCE = "parley-password";

  /** The role of whoever comes with such a token; no user has it. */
  public static final String ROLE = "PASSWORD_CHANGE";

  private PasswordChange() {}
}
