package io.parley.platform.condition;

import io.parley.events.configuration.AgentCondition;
import io.parley.events.configuration.AgentOrder;
import io.parley.events.configuration.AssignmentRuleset;
import io.parley.events.configuration.ConditionOperator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the assignment rulesets of a queue (domain/distribution.md §6.2–6.3). */
public final class AssignmentCheck {

  private static final Set<ConditionOperator> PRESENCE =
      EnumSet.of(
          ConditionOperator.EQUALS,
          ConditionOperator.DOES_NOT_EQUAL,
          ConditionOperator.CONTAINS_DATA,
          ConditionOperator.DOES_NOT_CONTAIN_DATA);

  private static final Set<ConditionOperator> UNITS =
      EnumSet.of(
          ConditionOperator.EQUALS,
          ConditionOperator.DOES_NOT_EQUAL,
          ConditionOperator.GREATER_THAN,
          ConditionOperator.GREATER_OR_EQUAL,
          ConditionOperator.LESS_THAN,
          ConditionOperator.LESS_OR_EQUAL);

  private final Attributes ofAgents;
  private final Attributes ofConversations;

  /** Checks rules that compare agents with fixed values and with conversations. */
  public AssignmentCheck(Attributes ofAgents, Attributes ofConversations) {
    this.ofAgents = ofAgents;
    this.ofConversations = ofConversations;
  }

  /** Checks all assignment rulesets of one queue. */
  public List<RuleFinding> rulesets(List<AssignmentRuleset> rulesets, String pointer) {
    List<RuleFinding> findings =
        Listed.atMost(AssignmentRuleset.MAX_RULESETS, rulesets, pointer, "rulesets");
    findings.addAll(Listed.names(rulesets, AssignmentRuleset::name, pointer));
    Listed.each(rulesets, pointer, this::ruleset).forEach(findings::add);
    return findings;
  }

  private List<RuleFinding> ruleset(AssignmentRuleset ruleset, String pointer) {
    String rules = pointer + "/rules";
    List<RuleFinding> findings =
        Listed.atMost(AssignmentRuleset.MAX_RULES, ruleset.rules(), rules, "rules");
    if (ruleset.rules().isEmpty()) {
      findings.add(new RuleFinding(rules, "a ruleset needs at least one rule"));
    }
    findings.addAll(Listed.names(ruleset.rules(), AssignmentRuleset.Rule::name, rules));
    Listed.each(ruleset.rules(), rules, this::rule).forEach(findings::add);
    return findings;
  }

  private List<RuleFinding> rule(AssignmentRuleset.Rule rule, String pointer) {
    String agents = pointer + "/agents";
    String orders = pointer + "/orderBy";
    List<RuleFinding> findings =
        Listed.atMost(AssignmentRuleset.Rule.MAX_CONDITIONS, rule.agents(), agents, "conditions");
    findings.addAll(
        Listed.atMost(AssignmentRuleset.Rule.MAX_ORDERS, rule.orderBy(), orders, "orders"));
    Listed.each(rule.agents(), agents, this::condition).forEach(findings::add);
    Listed.each(rule.orderBy(), orders, this::order).forEach(findings::add);
    return findings;
  }

  private List<RuleFinding> condition(AgentCondition condition, String pointer) {
    return switch (condition) {
      case AgentCondition.Attribute compared when compared.valueOf() != null ->
          dynamic(compared, compared.valueOf(), pointer);
      case AgentCondition.Attribute compared ->
          ConditionCheck.findings(compared.row(), ofAgents, pointer);
      case AgentCondition.InPresence presence -> presence(presence, pointer);
      case AgentCondition.FreeUnits units -> units(units, pointer);
      case AgentCondition.ExactSkills skills -> List.of();
      case AgentCondition.CustomSkill skill -> skill(skill, pointer);
      case AgentCondition.Working working -> List.of();
    };
  }

  private List<RuleFinding> dynamic(
      AgentCondition.Attribute compared, String valueOf, String pointer) {
    if (compared.value() != null || compared.values() != null) {
      return List.of(
          new RuleFinding(pointer + "/valueOf", "give either fixed values or an attribute"));
    }
    Attribute left = ofAgents.find(compared.attribute()).orElse(null);
    Attribute right = ofConversations.find(valueOf).orElse(null);
    if (left == null) {
      return List.of(
          ConditionCheck.unknown(ofAgents, compared.attribute(), pointer + "/attribute"));
    }
    if (right == null) {
      return List.of(ConditionCheck.unknown(ofConversations, valueOf, pointer + "/valueOf"));
    }
    if (!left.type().operators().contains(compared.operator())
        || Operand.of(left.type(), compared.operator()) != Operand.of(left.type())) {
      return List.of(
          new RuleFinding(
              pointer + "/operator",
              compared.operator() + " does not compare with another attribute"));
    }
    return Operand.of(left.type()) == Operand.of(right.type())
            && left.type().isSet() == right.type().isSet()
        ? List.of()
        : List.of(
            new RuleFinding(
                pointer + "/valueOf", left.type() + " cannot be compared with " + right.type()));
  }

  private static List<RuleFinding> presence(AgentCondition.InPresence presence, String pointer) {
    List<RuleFinding> findings = new ArrayList<>(operator(PRESENCE, presence.operator(), pointer));
    boolean asksForData =
        presence.operator() == ConditionOperator.CONTAINS_DATA
            || presence.operator() == ConditionOperator.DOES_NOT_CONTAIN_DATA;
    if (asksForData && !presence.presences().isEmpty()) {
      findings.add(
          new RuleFinding(pointer + "/presences", presence.operator() + " takes no value"));
    }
    return findings;
  }

  private static List<RuleFinding> units(AgentCondition.FreeUnits units, String pointer) {
    List<RuleFinding> findings = new ArrayList<>(operator(UNITS, units.operator(), pointer));
    if (units.units() != null && units.units() < 0) {
      findings.add(new RuleFinding(pointer + "/units", "units are 0 or more"));
    }
    return findings;
  }

  private List<RuleFinding> skill(AgentCondition.CustomSkill skill, String pointer) {
    String place = pointer + "/attribute";
    Attribute attribute = ofConversations.find(skill.attribute()).orElse(null);
    if (attribute == null) {
      return List.of(ConditionCheck.unknown(ofConversations, skill.attribute(), place));
    }
    return switch (attribute.type()) {
      case TEXT, CHOICE, SKILLS, MULTI_CHOICE -> List.of();
      case NUMBER, YES_NO, DATE_TIME ->
          List.of(new RuleFinding(place, "this attribute cannot name a skill"));
    };
  }

  private List<RuleFinding> order(AgentOrder order, String pointer) {
    List<RuleFinding> findings = new ArrayList<>();
    boolean skills =
        switch (order.by()) {
          case NEAREST_PROFICIENCY, MOST_PROFICIENT, SKILL_COUNT -> true;
          case LEAST_ACTIVE, ROUND_ROBIN, FREE_UNITS, FREE_PROFILE_CAPACITY, ATTRIBUTE -> false;
        };
    if (!skills) {
      superfluous(order.skillTypeId(), order, pointer + "/skillTypeId").ifPresent(findings::add);
    }
    if (order.by() == AgentOrder.By.ATTRIBUTE) {
      orderAttribute(order.attribute(), pointer + "/attribute").ifPresent(findings::add);
    } else {
      superfluous(order.attribute(), order, pointer + "/attribute").ifPresent(findings::add);
      superfluous(order.direction(), order, pointer + "/direction").ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<RuleFinding> orderAttribute(@Nullable String name, String pointer) {
    if (name == null) {
      return Optional.of(new RuleFinding(pointer, "an attribute is missing"));
    }
    return ofAgents.find(name).isPresent()
        ? Optional.empty()
        : Optional.of(ConditionCheck.unknown(ofAgents, name, pointer));
  }

  private static Optional<RuleFinding> superfluous(
      @Nullable Object value, AgentOrder order, String pointer) {
    return value == null
        ? Optional.empty()
        : Optional.of(new RuleFinding(pointer, order.by() + " does not take this"));
  }

  private static List<RuleFinding> operator(
      Set<ConditionOperator> fitting, ConditionOperator operator, String pointer) {
    return fitting.contains(operator)
        ? List.of()
        : List.of(
            new RuleFinding(
                pointer + "/operator", operator + " does not fit; these do: " + fitting));
  }
}
