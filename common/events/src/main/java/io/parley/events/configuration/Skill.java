package io.parley.events.configuration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that agents are able to do (domain/distribution.md §9). A skill is rated by one model
 * everywhere.
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param description for administrators, at most 2,000 characters
 * @param skillTypeId its sort
 * @param ratingModelId the scale by which it is rated
 */
public record Skill(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description,
    @NotNull UUID skillTypeId,
    @NotNull UUID ratingModelId)
    implements ConfigurationObject {

  @Override
  public Kind kind() {
    return Kind.SKILL;
  }
}
