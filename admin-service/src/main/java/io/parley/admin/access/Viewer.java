package io.parley.admin.access;

import io.parley.events.configuration.User.Role;
import io.parley.platform.identity.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

  /** The user as the rules of the configuration know him or her. */
  public Sight sight() {
    Set<Role> roles =
        Arrays.stream(Role.values())
            .filter(role -> identity.hasRole(role.name()))
            .collect(Collectors.toUnmodifiableSet());
    return new Sight(caller.id(), roles);
  }
}
