package io.parley.admin.user;

import io.parley.admin.configuration.ObjectInput;
import io.parley.events.configuration.User.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user as an administrator sends it.
 *
 * @param id chosen by the client, or absent
 * @param name what colleagues and customers see
 * @param email how the user signs in; compared without regard to case
 * @param password at least 12 characters; needed to create a user; when it is left out of a
 *     replacement, the present one stays
 * @param roles what the user may do
 * @param capacity units of work at a time; 100 if left out
 * @param enabled whether the user may sign in and be offered work; true if left out
 */
@Schema(name = "UserInput")
public record UserInput(
    @Nullable UUID id,
    @NotBlank @Size(max = 100) String name,
    @NotBlank @Email @Size(max = 254) String email,
    @Schema(writeOnly = true, minLength = 12, maxLength = 200) @Nullable String password,
    @NotEmpty Set<@NotNull Role> roles,
    @Min(0) @Max(1_000_000) Integer capacity,
    Boolean enabled)
    implements ObjectInput {

  private static final int DEFAULT_CAPACITY = 100;

  public UserInput {
    email = email == null ? "" : Users.canonical(email);
    roles = roles == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(roles));
    capacity = Objects.requireNonNullElse(capacity, DEFAULT_CAPACITY);
    enabled = Objects.requireNonNullElse(enabled, true);
  }

  /** An administrator who takes part in no queue. */
  public static UserInput administrator(String name, String email, String password) {
    return new UserInput(
        null, name, email, password, Set.of(Role.ADMINISTRATOR), DEFAULT_CAPACITY, true);
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "UserInput[" + id + ", " + roles + "]";
  }
}
