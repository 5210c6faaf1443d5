package io.parley.events.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a classification ruleset (domain/workstreams-and-routing.md §3.1).
 *
 * @param name unique within the ruleset, at most 100 characters
 * @param condition when it applies; without one it always does
 * @param outputs what it does, one to {@value #MAX_OUTPUTS}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClassificationRule(
    String name, @Nullable RuleCondition condition, List<ClassificationOutput> outputs) {

  /** Most outputs of one rule. */
  public static final int MAX_OUTPUTS = 5;

  /** Most rules of one ruleset. */
  public static final int MAX_RULES = 100;

  /** Most rulesets of one workstream. */
  public static final int MAX_RULESETS = 10;

  public ClassificationRule {
    Objects.requireNonNull(name, "name is missing");
    outputs = List.copyOf(outputs);
  }
}
