package io.parley.admin.access;

import io.parley.platform.identity.Caller;
import io.parley.platform.identity.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The user who makes the present request and how much of the configuration he or she sees. */
@RequestScoped
public class Viewer {

  private final Caller caller;
  private final SecurityIdentity identity;

  Viewer(Caller caller, SecurityIdentity identity) {
    this.caller = caller;
    this.identity = identity;
  }

  /** Id of the user. */
  public UUID id() {
    return caller.id();
  }

  /** Whether the user may change everything. */
  public boolean isAdministrator() {
    return identity.hasRole(Roles.ADMINISTRATOR);
  }

  /**
   * Whether the user sees more than what concerns him or her (domain/channels-and-accounts.md §9).
   */
  public boolean seesEverything() {
    return isAdministrator() || identity.hasRole(Roles.SUPERVISOR);
  }
}
