package io.parley.platform.condition;

import io.parley.events.configuration.ClassificationOutput;
import io.parley.events.configuration.ClassificationRule;
import io.parley.events.configuration.PrioritisationRule;
import io.parley.events.configuration.RoutingRule;
import io.parley.events.configuration.RuleCondition;
import io.parley.events.configuration.SelectionRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks whole rulesets about conversations: limits, names, conditions, outputs and percentages.
 * Whether the ids in them exist is not its business.
 */
public final class RuleCheck {

  private final ConditionCompiler compiler;

  /** Checks rules that ask about the compiler's attributes. */
  public RuleCheck(ConditionCompiler compiler) {
    this.compiler = compiler;
  }

  /**
   * Checks the classification rulesets of one workstream (domain/workstreams-and-routing.md §3).
   *
   * @param pointer of the list of rulesets, each of them a list of rules
   */
  public List<RuleFinding> classificationRulesets(
      List<List<ClassificationRule>> rulesets, String pointer) {
    List<RuleFinding> findings =
        Listed.atMost(ClassificationRule.MAX_RULESETS, rulesets, pointer, "rulesets");
    Listed.each(rulesets, pointer, this::classification).forEach(findings::add);
    return findings;
  }

  /** Checks one classification ruleset. */
  public List<RuleFinding> classification(List<ClassificationRule> rules, String pointer) {
    List<RuleFinding> findings =
        Listed.atMost(ClassificationRule.MAX_RULES, rules, pointer, "rules");
    if (!findings.isEmpty()) {
      return findings;
    }
    findings.addAll(Listed.names(rules, ClassificationRule::name, pointer));
    Listed.each(rules, pointer, this::classification).forEach(findings::add);
    return findings;
  }

  /** Checks the route-to-queue rules of one workstream (domain/workstreams-and-routing.md §5). */
  public List<RuleFinding> routing(List<RoutingRule> rules, String pointer) {
    List<RuleFinding> findings = Listed.atMost(RoutingRule.MAX_RULES, rules, pointer, "rules");
    if (!findings.isEmpty()) {
      return findings;
    }
    findings.addAll(Listed.names(rules, RoutingRule::name, pointer));
    Listed.each(rules, pointer, this::routing).forEach(findings::add);
    return findings;
  }

  /** Checks the prioritisation rules of one queue (domain/distribution.md §6.1). */
  public List<RuleFinding> prioritisation(List<PrioritisationRule> rules, String pointer) {
    List<RuleFinding> findings =
        Listed.atMost(PrioritisationRule.MAX_RULES, rules, pointer, "rules");
    if (!findings.isEmpty()) {
      return findings;
    }
    findings.addAll(Listed.names(rules, PrioritisationRule::name, pointer));
    Listed.each(rules, pointer, this::prioritisation).forEach(findings::add);
    return findings;
  }

  /**
   * Checks the selection criteria of one queue (domain/distribution.md §6.2).
   *
   * @param rulesets names of the queue's assignment rulesets
   */
  public List<RuleFinding> selection(
      List<SelectionRule> rules, Collection<String> rulesets, String pointer) {
    List<RuleFinding> findings = Listed.atMost(SelectionRule.MAX_RULES, rules, pointer, "rules");
    if (!findings.isEmpty()) {
      return findings;
    }
    findings.addAll(Listed.names(rules, SelectionRule::name, pointer));
    Listed.each(rules, pointer, (rule, place) -> selection(rule, rulesets, place))
        .forEach(findings::add);
    return findings;
  }

  private List<RuleFinding> classification(ClassificationRule rule, String pointer) {
    List<RuleFinding> findings = condition(rule.condition(), pointer);
    String outputs = pointer + "/outputs";
    if (rule.outputs().isEmpty()) {
      findings.add(new RuleFinding(outputs, "a rule needs at least one output"));
    }
    findings.addAll(
        Listed.atMost(ClassificationRule.MAX_OUTPUTS, rule.outputs(), outputs, "outputs"));
    Listed.each(rule.outputs(), outputs, this::output).forEach(findings::add);
    return findings;
  }

  private List<RuleFinding> output(ClassificationOutput output, String pointer) {
    return switch (output) {
      case ClassificationOutput.SetAttribute set -> attribute(set, pointer).stream().toList();
      case ClassificationOutput.RequireSkill skill when skill.rating() < 1 ->
          List.of(new RuleFinding(pointer + "/rating", "a rating is 1 or more"));
      case ClassificationOutput.RequireSkill skill -> List.of();
      case ClassificationOutput.UseCapacityProfile profile -> List.of();
    };
  }

  private Optional<RuleFinding> attribute(ClassificationOutput.SetAttribute set, String pointer) {
    Attributes attributes = compiler.attributes();
    Attribute attribute = attributes.find(set.attribute()).orElse(null);
    String place = pointer + "/attribute";
    if (attribute == null) {
      return Optional.of(ConditionCheck.unknown(attributes, set.attribute(), place));
    }
    return attribute.settable()
        ? Operand.of(attribute.type())
            .fault(attribute, set.value())
            .map(message -> new RuleFinding(pointer + "/value", message))
        : Optional.of(new RuleFinding(place, "rules cannot set this attribute"));
  }

  private List<RuleFinding> routing(RoutingRule rule, String pointer) {
    List<RuleFinding> findings = condition(rule.condition(), pointer);
    String queues = pointer + "/queues";
    if (rule.queues().isEmpty()) {
      findings.add(new RuleFinding(queues, "a rule needs at least one queue"));
      return findings;
    }
    findings.addAll(Listed.atMost(RoutingRule.MAX_QUEUES, rule.queues(), queues, "queues"));
    findings.addAll(Listed.unique(rule.queues(), RoutingRule.Target::queueId, queues, "/queueId"));
    if (rule.queues().stream().mapToLong(RoutingRule.Target::share).sum() != 100) {
      findings.add(new RuleFinding(queues, "the percentages do not total 100"));
    }
    Listed.each(rule.queues(), queues, RuleCheck::target).forEach(findings::add);
    return findings;
  }

  private static List<RuleFinding> target(RoutingRule.Target target, String pointer) {
    List<RuleFinding> findings = new ArrayList<>();
    if (target.share() < 1 || target.share() > 100) {
      findings.add(new RuleFinding(pointer + "/percentage", "a percentage is from 1 to 100"));
    }
    if (target.overflow() != null) {
      findings.addAll(OverflowCheck.beforeQueueing(target.overflow(), pointer + "/overflow"));
    }
    return findings;
  }

  private List<RuleFinding> prioritisation(PrioritisationRule rule, String pointer) {
    List<RuleFinding> findings = condition(rule.condition(), pointer);
    String orders = pointer + "/orderBy";
    findings.addAll(Listed.atMost(PrioritisationRule.MAX_ORDERS, rule.orderBy(), orders, "orders"));
    IntStream.range(0, rule.orderBy().size())
        .mapToObj(i -> order(rule.orderBy().get(i), orders + "/" + i + "/attribute"))
        .flatMap(Optional::stream)
        .forEach(findings::add);
    return findings;
  }

  private Optional<RuleFinding> order(PrioritisationRule.ItemOrder order, String pointer) {
    Attributes attributes = compiler.attributes();
    Attribute attribute = attributes.find(order.attribute()).orElse(null);
    if (attribute == null) {
      return Optional.of(ConditionCheck.unknown(attributes, order.attribute(), pointer));
    }
    return attribute.type().isSet()
        ? Optional.of(new RuleFinding(pointer, "a set of values has no order"))
        : Optional.empty();
  }

  private List<RuleFinding> selection(
      SelectionRule rule, Collection<String> rulesets, String pointer) {
    List<RuleFinding> findings = condition(rule.condition(), pointer);
    if (!rulesets.contains(rule.ruleset())) {
      findings.add(
          new RuleFinding(
              pointer + "/ruleset", "the queue has no assignment ruleset of this name"));
    }
    return findings;
  }

  private List<RuleFinding> condition(@Nullable RuleCondition condition, String pointer) {
    return new ArrayList<>(compiler.compile(condition, pointer + "/condition").faults());
  }
}
