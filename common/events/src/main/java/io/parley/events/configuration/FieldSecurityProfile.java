package io.parley.events.configuration;

import io.parley.events.Defaulted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may read or change which secret fields (domain/channels-and-accounts.md §9). Nobody reads a
 * secret without a grant. Administrators may change one unless a profile grants that to somebody:
 * then only those may.
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param description for administrators, at most 2,000 characters
 * @param members ids of users; at most 1,000
 * @param grants what they may do; at most 200
 */
public record FieldSecurityProfile(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description,
    @Defaulted @Size(max = 1_000) List<@NotNull UUID> members,
    @NotEmpty @Size(max = 200) List<@NotNull @Valid Grant> grants)
    implements ConfigurationObject {

  /** What sort of object the secret field belongs to. */
  public enum Owner {
    ACCOUNT,
    BOT
  }

  /**
   * The right to one secret field of all accounts or bots.
   *
   * @param kind of what
   * @param provider only accounts at this provider; all if absent
   * @param field name of the secret field
   * @param read whether its value may be seen; false if left out
   * @param update whether another value may be set; false if left out
   */
  public record Grant(
      @NotNull Owner kind,
      @Size(max = 40) @Nullable String provider,
      @NotBlank @Size(max = 100) String field,
      @Defaulted Boolean read,
      @Defaulted Boolean update) {

    public Grant {
      read = Objects.requireNonNullElse(read, false);
      update = Objects.requireNonNullElse(update, false);
    }
  }

  public FieldSecurityProfile {
    members = Copies.list(members);
    grants = Copies.list(grants);
  }

  @Override
  public Kind kind() {
    return Kind.FIELD_SECURITY_PROFILE;
  }
}
