package io.parley.platform.identity;

/** The roles as tokens carry them (domain/channels-and-accounts.md §9). */
public final class Roles {

  public static final String ADMINISTRATOR = "ADMINISTRATOR";
  public static final String SUPERVISOR = "SUPERVISOR";
  public static final String AGENT = "AGENT";

  private Roles() {}
}
