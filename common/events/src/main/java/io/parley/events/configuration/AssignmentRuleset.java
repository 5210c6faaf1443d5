package io.parley.events.configuration;

import io.parley.events.EmptyIfAbsent;
import java.util.List;
import java.util.Objects;

/**
 * Strict rules first, relaxed ones after: the first rule that yields an agent ends the search
 * (domain/distribution.md §6.2).
 *
 * @param name unique within the queue, at most 100 characters
 * @param rules one to {@value #MAX_RULES}
 */
public record AssignmentRuleset(String name, List<Rule> rules) {

  /** Most rules of one ruleset. */
  public static final int MAX_RULES = 100;

  /** Most rulesets of one queue. */
  public static final int MAX_RULESETS = 10;

  /**
   * One step of the search.
   *
   * @param name unique within the ruleset, at most 100 characters
   * @param agents what an agent must fulfil, all of it, at most {@value #MAX_CONDITIONS}
   * @param orderBy which of those agents comes first, at most {@value #MAX_ORDERS}; ties go to the
   *     one whose last assignment is longest ago
   */
  public record Rule(
      String name,
      @EmptyIfAbsent List<AgentCondition> agents,
      @EmptyIfAbsent List<AgentOrder> orderBy) {

    /** Most conditions of one rule. */
    public static final int MAX_CONDITIONS = 20;

    /** Most orders of one rule. */
    public static final int MAX_ORDERS = 5;

    public Rule {
      Objects.requireNonNull(name, "name is missing");
      agents = List.copyOf(Objects.requireNonNullElse(agents, List.of()));
      orderBy = List.copyOf(Objects.requireNonNullElse(orderBy, List.of()));
    }
  }

  public AssignmentRuleset {
    Objects.requireNonNull(name, "name is missing");
    rules = List.copyOf(rules);
  }
}
