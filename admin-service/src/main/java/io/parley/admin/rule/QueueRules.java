package io.parley.admin.rule;

import io.parley.events.configuration.AssignmentRuleset;
import io.parley.events.configuration.Queue.CustomAssignment;
import io.parley.platform.condition.AssignmentCheck;
import io.parley.platform.condition.Attributes;
import io.parley.platform.condition.RuleCheck;
import io.parley.platform.condition.RuleFinding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Checks a queue's own rules of assignment (domain/distribution.md §6). */
@ApplicationScoped
public class QueueRules {

  private static final Attributes AGENTS = Attributes.ofAgents();

  private final RuleChecks checks;

  QueueRules(RuleChecks checks) {
    this.checks = checks;
  }

  /**
   * What is wrong with them.
   *
   * @param conversations what they may ask about
   * @param pointer where they stand
   */
  public List<RuleFinding> findings(
      CustomAssignment assignment, Attributes conversations, String pointer) {
    RuleCheck check = checks.over(conversations);
    List<RuleFinding> findings =
        new ArrayList<>(
            check.prioritisation(assignment.prioritisation(), pointer + "/prioritisation"));
    findings.addAll(
        new AssignmentCheck(AGENTS, conversations)
            .rulesets(assignment.rulesets(), pointer + "/rulesets"));
    findings.addAll(
        check.selection(
            assignment.selection(),
            assignment.rulesets().stream().map(AssignmentRuleset::name).toList(),
            pointer + "/selection"));
    return findings;
  }
}
