package io.parley.events.configuration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sort of skills, such as languages or products (domain/distribution.md §9).
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param description for administrators, at most 2,000 characters
 */
public record SkillType(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description)
    implements ConfigurationObject {

  @Override
  public Kind kind() {
    return Kind.SKILL_TYPE;
  }
}
