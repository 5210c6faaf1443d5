package io.parley.events.configuration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.UUID;

/**
 * What a classification rule does to a conversation (domain/workstreams-and-routing.md §3.3). JSON
 * tells the kinds apart by their fields.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(ClassificationOutput.SetAttribute.class),
  @JsonSubTypes.Type(ClassificationOutput.RequireSkill.class),
  @JsonSubTypes.Type(ClassificationOutput.UseCapacityProfile.class)
})
public sealed interface ClassificationOutput {

  /** Gives an attribute of the conversation a value; later rulesets see it. */
  record SetAttribute(String attribute, ConditionValue value) implements ClassificationOutput {

    public SetAttribute {
      Objects.requireNonNull(attribute, "attribute is missing");
      Objects.requireNonNull(value, "value is missing");
    }
  }

  /**
   * Adds a skill that the agent must have.
   *
   * @param skillId the skill
   * @param rating the least rating, by the rating model of the agents
   */
  record RequireSkill(UUID skillId, int rating) implements ClassificationOutput {

    public RequireSkill {
      Objects.requireNonNull(skillId, "skillId is missing");
    }
  }

  /** Adds a capacity profile; the agent needs room in every profile. */
  record UseCapacityProfile(UUID capacityProfileId) implements ClassificationOutput {

    public UseCapacityProfile {
      Objects.requireNonNull(capacityProfileId, "capacityProfileId is missing");
    }
  }
}
