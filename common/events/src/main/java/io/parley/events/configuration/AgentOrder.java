package io.parley.events.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which agent comes first in a custom assignment (domain/distribution.md §6.3).
 *
 * @param by what is compared
 * @param skillTypeId for proficiency and skill count: only skills of this type
 * @param attribute for {@link By#ATTRIBUTE}: an attribute of agents, such as {@code agent.name}
 * @param direction for {@link By#ATTRIBUTE}: which values come first; left out, the smallest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgentOrder(
    By by,
    @Nullable UUID skillTypeId,
    @Nullable String attribute,
    @Nullable OrderDirection direction) {

  /** What is compared. */
  public enum By {
    /** Whose capacity was released longest ago. */
    LEAST_ACTIVE,
    /** Whose last assignment is longest ago. */
    ROUND_ROBIN,
    /** Who has most free units. */
    FREE_UNITS,
    /** Who has most room in the capacity profiles. */
    FREE_PROFILE_CAPACITY,
    /** Whose ratings are nearest to the required ones. */
    NEAREST_PROFICIENCY,
    /** Whose ratings are highest. */
    MOST_PROFICIENT,
    /** Who has most of the required skills. */
    SKILL_COUNT,
    /** An attribute of the agents. */
    ATTRIBUTE
  }

  public AgentOrder {
    Objects.requireNonNull(by, "by is missing");
  }
}
