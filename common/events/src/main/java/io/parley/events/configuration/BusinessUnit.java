package io.parley.events.configuration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of the organisation that accounts and addresses belong to (domain/channels-and-accounts.md
 * §1).
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param description for administrators, at most 2,000 characters
 */
public record BusinessUnit(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description)
    implements ConfigurationObject {

  @Override
  public Kind kind() {
    return Kind.BUSINESS_UNIT;
  }
}
