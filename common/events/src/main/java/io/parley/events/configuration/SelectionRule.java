package io.parley.events.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the selection criteria: which of a queue's assignment rulesets runs
 * (domain/distribution.md §6.2).
 *
 * @param name unique within the criteria, at most 100 characters
 * @param condition when it applies; without one it always does
 * @param ruleset name of the assignment ruleset
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SelectionRule(String name, @Nullable RuleCondition condition, String ruleset) {

  /** Most rules of one queue. */
  public static final int MAX_RULES = 100;

  public SelectionRule {
    Objects.requireNonNull(name, "name is missing");
    Objects.requireNonNull(ruleset, "ruleset is missing");
  }
}
