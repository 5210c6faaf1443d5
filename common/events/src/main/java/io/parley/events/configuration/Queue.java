package io.parley.events.configuration;

import java.util.Set;
import java.util.UUID;

/**
 * Where conversations wait for its members (domain/distribution.md §1).
 *
 * @param id stable id
 * @param name what administrators call it
 * @param priority the smaller number is served first
 * @param assignmentMethod how an agent is chosen
 * @param members ids of the agents
 */
public record Queue(
    UUID id, String name, int priority, AssignmentMethod assignmentMethod, Set<UUID> members)
    implements ConfigurationObject {

  /** How an agent is chosen (domain/distribution.md §5). */
  public enum AssignmentMethod {
    /** Most free units first; ties go to the one whose last assignment is longest ago. */
    HIGHEST_CAPACITY
  }

  public Queue {
    members = Set.copyOf(members);
  }

  @Override
  public Kind kind() {
    return Kind.QUEUE;
  }
}
