package io.parley.events.configuration;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody who works with Parley. What proves an identity stays in admin-service.
 *
 * @param id stable id; the subject of the user's tokens
 * @param name what colleagues and customers see
 * @param email how the user signs in
 * @param roles what the user may do
 * @param capacity units of work at a time
 * @param enabled whether the user may sign in and be offered work
 */
public record User(
    UUID id, String name, String email, Set<Role> roles, int capacity, boolean enabled)
    implements ConfigurationObject {

  /** What a user may do (domain/channels-and-accounts.md §9). */
  public enum Role {
    ADMINISTRATOR,
    SUPERVISOR,
    AGENT
  }

  public User {
    roles = Set.copyOf(roles);
  }

  @Override
  public Kind kind() {
    return Kind.USER;
  }
}
