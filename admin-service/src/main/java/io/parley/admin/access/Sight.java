package io.parley.admin.access;

import io.parley.events.configuration.User.Role;
import java.util.Set;
import java.util.UUID;

/**
 * Who looks at the configuration.
 *
 * @param user id of the user
 * @param roles what the user may do
 */
public record Sight(UUID user, Set<Role> roles) {

  public Sight {
    roles = Set.copyOf(roles);
  }

  /** Whether the user may change everything. */
  public boolean isAdministrator() {
    return roles.contains(Role.ADMINISTRATOR);
  }

  /** Whether the user sees more than what concerns him or her. */
  public boolean seesEverything() {
    return isAdministrator() || roles.contains(Role.SUPERVISOR);
  }

  /** Whether the user has one of these roles. */
  public boolean isOneOf(Set<Role> allowed) {
    return roles.stream().anyMatch(allowed::contains);
  }
}
