package io.parley.events.configuration;

import io.parley.events.Defaulted;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who works with Parley. What proves an identity stays in admin-service.
 *
 * @param id stable id; the subject of the user's tokens
 * @param name what colleagues and customers see
 * @param email how the user signs in; in lower case
 * @param roles what the user may do
 * @param capacity units of work at a time; 100 if left out
 * @param enabled whether the user may sign in and be offered work; true if left out
 */
public record User(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @NotBlank @Email @Size(max = 254) String email,
    @NotEmpty Set<@NotNull Role> roles,
    @Defaulted @Min(0) @Max(1_000_000) Integer capacity,
    @Defaulted Boolean enabled)
    implements ConfigurationObject {

  private static final int DEFAULT_CAPACITY = 100;

  /** What a user may do (domain/channels-and-accounts.md §9). */
  public enum Role {
    ADMINISTRATOR,
    SUPERVISOR,
    AGENT
  }

  public User {
    email = email == null ? email : canonical(email);
    roles = Copies.enums(roles);
    capacity = Objects.requireNonNullElse(capacity, DEFAULT_CAPACITY);
    enabled = Objects.requireNonNullElse(enabled, true);
  }

  /** An e-mail address as it is kept and compared. */
  public static String canonical(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return Kind.USER;
  }
}
