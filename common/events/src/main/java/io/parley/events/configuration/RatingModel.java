package io.parley.events.configuration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scale of proficiency (domain/distribution.md §9).
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param description for administrators, at most 2,000 characters
 * @param values every value from the smallest to the largest, without gaps, each with its label
 */
public record RatingModel(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description,
    @NotEmpty @Size(max = 100) List<@NotNull @Valid RatingValue> values)
    implements ConfigurationObject {

  /**
   * One value of the scale.
   *
   * @param value 1 or more
   * @param label what it is called, at most 100 characters
   */
  public record RatingValue(
      @NotNull @Min(1) @Max(1_000) Integer value, @NotBlank @Size(max = 100) String label) {}

  public RatingModel {
    values = Copies.list(values);
  }

  @Override
  public Kind kind() {
    return Kind.RATING_MODEL;
  }
}
