package io.parley.admin.user;

import io.parley.events.configuration.User.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user as callers see it. What only the user and those who administer users need to know is
 * absent for others.
 *
 * @param id stable id
 * @param name what colleagues and customers see
 * @param email how the user signs in
 * @param roles what the user may do
 * @param capacity units of work at a time
 * @param enabled whether the user may sign in and be offered work
 * @param passwordSetAt when the password was last set
 * @param version its ETag
 * @param createdAt when it was created
 * @param changedAt when it was last changed
 */
@Schema(name = "User")
public record UserView(
    UUID id,
    String name,
    @Nullable String email,
    List<Role> roles,
    @Nullable Integer capacity,
    boolean enabled,
    @Nullable Instant passwordSetAt,
    long version,
    Instant createdAt,
    Instant changedAt) {

  public UserView {
    roles = List.copyOf(roles);
  }

  /** All of it. */
  public static UserView full(UserRow row) {
    return new UserView(
        row.id(),
        row.name(),
        row.email(),
        row.roles().stream().sorted().toList(),
        row.capacity(),
        row.enabled(),
        row.passwordSetAt(),
        row.version(),
        row.createdAt(),
        row.changedAt());
  }

  /** What a colleague sees. */
  static UserView limited(UserRow row) {
    return new UserView(
        row.id(),
        row.name(),
        null,
        row.roles().stream().sorted().toList(),
        null,
        row.enabled(),
        null,
        row.version(),
        row.createdAt(),
        row.changedAt());
  }
}
