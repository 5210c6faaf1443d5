package io.parley.events.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.events.EmptyIfAbsent;
import io.parley.events.Presence;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agent must fulfil to be chosen by a rule of a custom assignment (domain/distribution.md
 * §6.3). Capacity profiles are checked in any case.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AgentCondition.Attribute.class, name = "ATTRIBUTE"),
  @JsonSubTypes.Type(value = AgentCondition.InPresence.class, name = "PRESENCE"),
  @JsonSubTypes.Type(value = AgentCondition.FreeUnits.class, name = "FREE_UNITS"),
  @JsonSubTypes.Type(value = AgentCondition.ExactSkills.class, name = "EXACT_SKILLS"),
  @JsonSubTypes.Type(value = AgentCondition.CustomSkill.class, name = "CUSTOM_SKILL"),
  @JsonSubTypes.Type(value = AgentCondition.Working.class, name = "WORKING")
})
public sealed interface AgentCondition {

  /**
   * Compares an attribute of the agent with fixed values, or with one of the conversation.
   *
   * @param attribute name of an attribute of agents, such as {@code agent.name}
   * @param operator how it compares
   * @param value as in {@link Condition.Row}
   * @param values as in {@link Condition.Row}
   * @param valueOf an attribute of the conversation, at most two relations away, instead of fixed
   *     values
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Attribute(
      String attribute,
      ConditionOperator operator,
      @Nullable ConditionValue value,
      @Nullable List<ConditionValue> values,
      @Nullable String valueOf)
      implements AgentCondition {

    public Attribute {
      Objects.requireNonNull(attribute, "attribute is missing");
      Objects.requireNonNull(operator, "operator is missing");
      values = values == null ? null : List.copyOf(values);
    }

    /** The comparison with fixed values. */
    public Condition.Row row() {
      return new Condition.Row(attribute, operator, value, values);
    }
  }

  /**
   * The agent's base presence.
   *
   * @param operator EQUALS, DOES_NOT_EQUAL, CONTAINS_DATA or DOES_NOT_CONTAIN_DATA
   * @param presences one of these; empty: one of those the workstream allows
   */
  record InPresence(ConditionOperator operator, @EmptyIfAbsent List<Presence> presences)
      implements AgentCondition {

    public InPresence {
      Objects.requireNonNull(operator, "operator is missing");
      presences = List.copyOf(Objects.requireNonNullElse(presences, List.of()));
    }
  }

  /**
   * The agent's free units of capacity.
   *
   * @param operator GREATER_THAN, GREATER_OR_EQUAL, LESS_THAN, LESS_OR_EQUAL, EQUALS or
   *     DOES_NOT_EQUAL
   * @param units compared with this, 0 or more; left out, with what a conversation of the
   *     workstream costs
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FreeUnits(ConditionOperator operator, @Nullable Integer units) implements AgentCondition {

    public FreeUnits {
      Objects.requireNonNull(operator, "operator is missing");
    }
  }

  /**
   * The agent has every skill the conversation requires.
   *
   * @param skillTypeId only those of this type; left out, all
   * @param anyRating whether any rating is enough
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ExactSkills(@Nullable UUID skillTypeId, @Nullable Boolean anyRating)
      implements AgentCondition {

    /** Whether any rating is enough; if nothing is said, it is not. */
    public boolean ignoresRatings() {
      return Objects.requireNonNullElse(anyRating, false);
    }
  }

  /** The agent has the skill that this attribute of the conversation names. */
  record CustomSkill(String attribute) implements AgentCondition {

    public CustomSkill {
      Objects.requireNonNull(attribute, "attribute is missing");
    }
  }

  /** The agent's own calendar says working; the queue's hours do not count. */
  record Working() implements AgentCondition {}
}
