package io.parley.admin.access;

import io.parley.admin.password.PasswordHash;
import io.parley.events.configuration.User.Role;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A user as far as signing in is concerned.
 *
 * @param id stable id; the subject of Parley's own tokens
 * @param name what colleagues see
 * @param email how the user signs in, in lower case
 * @param roles what the user may do
 * @param enabled whether the user may sign in
 * @param passwordHash absent for users who sign in elsewhere; built-in sign-in then refuses them
 */
public record SignInUser(
    UUID id,
    String name,
    String email,
    Set<Role> roles,
    boolean enabled,
    Optional<PasswordHash> passwordHash) {

  public SignInUser {
    roles = Set.copyOf(roles);
  }

  /** Leaves out what identifies a person. */
  @Override
  public String toString() {
    return "SignInUser[" + id + ", " + roles + ", enabled=" + enabled + "]";
  }
}
