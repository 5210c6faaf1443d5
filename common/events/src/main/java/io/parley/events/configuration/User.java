package io.parley.events.configuration;

import io.parley.events.Defaulted;
import io.parley.events.Presence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works with Parley. What proves an identity stays in admin-service.
 *
 * @param id stable id; the subject of the user's tokens
 * @param name what colleagues and customers see
 * @param email how the user signs in; in lower case
 * @param roles what the user may do
 * @param capacity units of work at a time; 100 if left out
 * @param businessUnitId the part of the organisation that the user belongs to
 * @param skills what the user is able to do, each skill once
 * @param capacityProfiles limits of work of certain kinds, each profile once
 * @param defaultPresence the presence at sign-in; available if neither is given
 * @param defaultPresenceId a custom presence at sign-in, instead of {@code defaultPresence}
 * @param enabled whether the user may sign in and be offered work; true if left out
 */
public record User(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @NotBlank @Email @Size(max = 254) String email,
    @NotEmpty Set<@NotNull Role> roles,
    @Defaulted @Min(0) @Max(1_000_000) Integer capacity,
    @Nullable UUID businessUnitId,
    @Defaulted @Size(max = 200) List<@NotNull @Valid RatedSkill> skills,
    @Defaulted @Size(max = 50) List<@NotNull @Valid ProfileLimit> capacityProfiles,
    @Nullable Presence defaultPresence,
    @Nullable UUID defaultPresenceId,
    @Defaulted Boolean enabled)
    implements ConfigurationObject {

  private static final int DEFAULT_CAPACITY = 100;

  /** What a user may do (domain/channels-and-accounts.md §9). */
  public enum Role {
    ADMINISTRATOR,
    SUPERVISOR,
    AGENT
  }

  /**
   * A skill of an agent.
   *
   * @param skillId the skill
   * @param rating by the skill's rating model
   * @param active whether it counts; true if left out
   */
  public record RatedSkill(
      @NotNull UUID skillId, @NotNull Integer rating, @Defaulted Boolean active) {

    public RatedSkill {
      active = Objects.requireNonNullElse(active, true);
    }
  }

  /**
   * A capacity profile of an agent.
   *
   * @param capacityProfileId the profile
   * @param limit in place of the profile's own; applies to new assignments only
   */
  public record ProfileLimit(
      @NotNull UUID capacityProfileId, @Min(0) @Max(10_000) @Nullable Integer limit) {}

  public User {
    email = email == null ? email : canonical(email);
    roles = Copies.enums(roles);
    capacity = Objects.requireNonNullElse(capacity, DEFAULT_CAPACITY);
    skills = Copies.list(skills);
    capacityProfiles = Copies.list(capacityProfiles);
    enabled = Objects.requireNonNullElse(enabled, true);
  }

  /** An e-mail address as it is kept and compared. */
  public static String canonical(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /** A user with nothing but what is needed. */
  public User(
      UUID id, String name, String email, Set<Role> roles, Integer capacity, Boolean enabled) {
    this(id, name, email, roles, capacity, null, List.of(), List.of(), null, null, enabled);
  }

  @Override
  public Kind kind() {
    return Kind.USER;
  }
}
