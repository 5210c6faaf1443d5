package io.parley.events.configuration;

import io.parley.events.Defaulted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
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
 * @param operatingHoursId when it is open; always if left out
 * @param beforeQueueing what happens to conversations that do not get in, at most 2; with operating
 *     hours one of them says what happens outside these, and if none does they are assigned anyway
 * @param whileQueued what happens to conversations that wait too long, at most 10
 * @param customAssignment the rules, with {@code CUSTOM} only
 * @param serviceLevel within which conversations should be accepted, whole seconds, 1 second to 7
 *     days
 * @param shortAbandon conversations that are given up faster do not count as abandoned; whole
 *     seconds, 1 second to 7 days
 * @param members ids of users with the role agent
 */
public record Queue(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description,
    @Defaulted @Min(0) @Max(1_000_000) Integer priority,
    @Defaulted AssignmentMethod assignmentMethod,
    @Nullable UUID operatingHoursId,
    @Defaulted @Size(max = 2) List<@NotNull OverflowRule> beforeQueueing,
    @Defaulted @Size(max = 10) List<@NotNull OverflowRule> whileQueued,
    @Valid @Nullable CustomAssignment customAssignment,
    @Nullable Duration serviceLevel,
    @Nullable Duration shortAbandon,
    @Defaulted @Size(max = 5_000) List<@NotNull UUID> members)
    implements ConfigurationObject {

  private static final int DEFAULT_PRIORITY = 100;

  /** How an agent is chosen (domain/distribution.md §5). */
  public enum AssignmentMethod {
    /** Most free units first; ties go to the one whose last assignment is longest ago. */
    HIGHEST_CAPACITY,
    /** The one whose last assignment in this queue is longest ago. */
    ADVANCED_ROUND_ROBIN,
    /** The one who has been without work for longest. */
    LEAST_ACTIVE,
    /** By rules of the queue's own. */
    CUSTOM
  }

  /**
   * A queue's own rules of assignment (domain/distribution.md §6).
   *
   * @param prioritisation which conversations come first
   * @param rulesets how an agent is found; the first one is the default
   * @param selection which ruleset runs
   */
  public record CustomAssignment(
      @Defaulted List<@NotNull PrioritisationRule> prioritisation,
      @Defaulted List<@NotNull AssignmentRuleset> rulesets,
      @Defaulted List<@NotNull SelectionRule> selection) {

    public CustomAssignment {
      prioritisation = Copies.list(prioritisation);
      rulesets = Copies.list(rulesets);
      selection = Copies.list(selection);
    }
  }

  public Queue {
    priority = Objects.requireNonNullElse(priority, DEFAULT_PRIORITY);
    assignmentMethod =
        Objects.requireNonNullElse(assignmentMethod, AssignmentMethod.HIGHEST_CAPACITY);
    beforeQueueing = Copies.list(beforeQueueing);
    whileQueued = Copies.list(whileQueued);
    members = Copies.list(members);
  }

  /** A queue with nothing but what is needed. */
  public Queue(
      UUID id,
      String name,
      Integer priority,
      AssignmentMethod assignmentMethod,
      List<UUID> members) {
    this(
        id,
        name,
        null,
        priority,
        assignmentMethod,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        members);
  }

  @Override
  public Kind kind() {
    return Kind.QUEUE;
  }
}
