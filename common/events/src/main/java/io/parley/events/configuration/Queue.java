package io.parley.events.configuration;

import io.parley.events.Defaulted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where conversations wait for its members (domain/distribution.md §1).
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param description for administrators, at most 2,000 characters
 * @param priority the smaller number is served first; 100 if left out
 * @param assignmentMethod how an agent is chosen; highest capacity if left out
 * @param members ids of users with the role agent
 */
public record Queue(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description,
    @Defaulted @Min(0) @Max(1_000_000) Integer priority,
    @Defaulted AssignmentMethod assignmentMethod,
    @Defaulted @Size(max = 5_000) List<@NotNull UUID> members)
    implements ConfigurationObject {

  private static final int DEFAULT_PRIORITY = 100;

  /** How an agent is chosen (domain/distribution.md §5). */
  public enum AssignmentMethod {
    /** Most free units first; ties go to the one whose last assignment is longest ago. */
    HIGHEST_CAPACITY
  }

  public Queue {
    priority = Objects.requireNonNullElse(priority, DEFAULT_PRIORITY);
    assignmentMethod =
        Objects.requireNonNullElse(assignmentMethod, AssignmentMethod.HIGHEST_CAPACITY);
    members = Copies.list(members);
  }

  /** A queue with nothing but what is needed. */
  public Queue(
      UUID id,
      String name,
      Integer priority,
      AssignmentMethod assignmentMethod,
      List<UUID> members) {
    this(id, name, null, priority, assignmentMethod, members);
  }

  @Override
  public Kind kind() {
    return Kind.QUEUE;
  }
}
