package io.parley.events.configuration;

import io.parley.events.Defaulted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A limit of work of one kind at a time or a day (domain/distribution.md §7.2).
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param description for administrators, at most 2,000 characters
 * @param workItemLimit conversations of this kind at once, or a day; agents may have other limits
 * @param resetFrequency when used capacity is free again; fixed once created
 * @param blocksAssignment whether an agent who has reached the limit gets no automatic work of any
 *     kind; false if left out
 */
public record CapacityProfile(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description,
    @NotNull @Min(1) @Max(10_000) Integer workItemLimit,
    @NotNull ResetFrequency resetFrequency,
    @Defaulted Boolean blocksAssignment)
    implements ConfigurationObject {

  /** When used capacity is free again. */
  public enum ResetFrequency {
    /** As soon as the conversation releases it. */
    IMMEDIATE,
    /** At the end of the agent's shift. */
    END_OF_DAY
  }

  public CapacityProfile {
    blocksAssignment = Objects.requireNonNullElse(blocksAssignment, false);
  }

  @Override
  public Kind kind() {
    return Kind.CAPACITY_PROFILE;
  }
}
