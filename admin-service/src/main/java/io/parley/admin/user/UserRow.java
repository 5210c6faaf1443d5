package io.parley.admin.user;

import io.parley.admin.configuration.StoredObject;
import io.parley.admin.password.PasswordHash;
import io.parley.events.configuration.User.Role;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;

/** A user as a row. */
@Entity
@Table(name = "user_account")
public class UserRow extends StoredObject {

  private String email;

  @Convert(converter = RoleSetConverter.class)
  private Set<Role> roles;

  private int capacity;
  private boolean enabled;
  private String passwordHash;
  private Instant passwordSetAt;

  /** How the user signs in, in lower case. */
  public String email() {
    return email;
  }

  /** What the user may do. */
  public Set<Role> roles() {
    return roles;
  }

  /** Units of work at a time. */
  public int capacity() {
    return capacity;
  }

  /** Whether the user may sign in. */
  public boolean enabled() {
    return enabled;
  }

  /** What a password is checked against. */
  public PasswordHash passwordHash() {
    return new PasswordHash(passwordHash);
  }

  /** When the password was last set. */
  Instant passwordSetAt() {
    return passwordSetAt;
  }

  boolean isActiveAdministrator() {
    return enabled && roles.contains(Role.ADMINISTRATOR);
  }

  void set(UserInput input) {
    email = input.email();
    roles = input.roles();
    capacity = input.capacity();
    enabled = input.enabled();
  }

  void setPassword(PasswordHash hash, Instant now) {
    passwordHash = hash.encoded();
    passwordSetAt = now;
  }
}
