package io.parley.admin.rule;

import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.events.configuration.ClassificationRuleset;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.ContextVariable;
import io.parley.events.configuration.Queue;
import io.parley.events.configuration.RouteToQueueRuleset;
import io.parley.platform.condition.Attributes;
import io.parley.platform.condition.RuleCheck;
import io.parley.platform.condition.RuleFinding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Checks rules again that were right, because what they ask about changes: whatever is wrong now
 * comes from that change.
 */
@ApplicationScoped
class RulesInForce {

  private static final String RULES = "/rules";

  private final RuleChecks checks;
  private final QueueRules queueRules;

  RulesInForce(RuleChecks checks, QueueRules queueRules) {
    this.checks = checks;
    this.queueRules = queueRules;
  }

  /** Rules of a workstream that are wrong, each with its place. */
  List<String> faultsOfRulesets(UUID workstreamId, ConfiguredObjects all) {
    List<String> faults = new ArrayList<>();
    Optional<RuleCheck> check = checks.ofWorkstream(workstreamId, all);
    if (check.isEmpty()) {
      return faults;
    }
    all.definitions(Kind.CLASSIFICATION_RULESET, ClassificationRuleset.class).stream()
        .filter(ruleset -> ruleset.workstreamId().equals(workstreamId))
        .forEach(
            ruleset ->
                check.get().classification(ruleset.rules(), RULES).stream()
                    .map(found -> fault(Kind.CLASSIFICATION_RULESET, ruleset.name(), found))
                    .forEach(faults::add));
    all.definitions(Kind.ROUTE_TO_QUEUE_RULESET, RouteToQueueRuleset.class).stream()
        .filter(ruleset -> ruleset.workstreamId().equals(workstreamId))
        .forEach(
            ruleset ->
                check.get().routing(ruleset.rules(), RULES).stream()
                    .map(found -> fault(Kind.ROUTE_TO_QUEUE_RULESET, ruleset.name(), found))
                    .forEach(faults::add));
    return faults;
  }

  /** Rules of queues that are wrong if these are the context variables, each with its place. */
  List<String> faultsOfQueues(Collection<ContextVariable> variables, ConfiguredObjects all) {
    Attributes conversations = checks.ofQueues(variables);
    List<String> faults = new ArrayList<>();
    for (Queue queue : all.definitions(Kind.QUEUE, Queue.class)) {
      if (queue.customAssignment() != null) {
        queueRules
            .findings(queue.customAssignment(), conversations, "/customAssignment")
            .forEach(found -> faults.add(fault(Kind.QUEUE, queue.name(), found)));
      }
    }
    return faults;
  }

  private static String fault(Kind kind, String name, RuleFinding found) {
    return kind + " " + name + " at " + found.pointer();
  }
}
