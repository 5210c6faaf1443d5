package io.parley.platform.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.Presence;
import io.parley.events.configuration.AgentCondition;
import io.parley.events.configuration.AgentOrder;
import io.parley.events.configuration.AssignmentRuleset;
import io.parley.events.configuration.ConditionOperator;
import io.parley.events.configuration.ConditionValue;
import io.parley.events.configuration.OrderDirection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AssignmentCheckTest {

  private static final AssignmentCheck CHECK =
      new AssignmentCheck(Attributes.ofAgents(), Fixtures.ATTRIBUTES);

  /** domain/distribution.md §6.3: strict, then without proficiency, then without skills. */
  @Test
  void theExampleOfTheDomainFileIsAccepted() {
    // Given
    AgentCondition presence = new AgentCondition.InPresence(ConditionOperator.EQUALS, List.of());
    AgentCondition capacity = new AgentCondition.FreeUnits(ConditionOperator.GREATER_THAN, null);
    List<AgentOrder> order =
        List.of(new AgentOrder(AgentOrder.By.NEAREST_PROFICIENCY, null, null, null));
    AssignmentRuleset relaxing =
        new AssignmentRuleset(
            "Relaxing",
            List.of(
                rule("1", order, new AgentCondition.ExactSkills(null, null), presence, capacity),
                rule("2", order, new AgentCondition.ExactSkills(null, true), presence, capacity),
                rule("3", List.of(), presence, capacity)));

    // When
    List<RuleFinding> findings = CHECK.rulesets(List.of(relaxing), "");

    // Then
    assertThat(findings).isEmpty();
  }

  static Stream<Arguments> conditions() {
    return Stream.of(
        condition(null, compared(ConditionOperator.EQUALS, "Ann", null)),
        condition(null, compared(ConditionOperator.EQUALS, null, "customer.account.name")),
        condition(null, new AgentCondition.Working()),
        condition(null, new AgentCondition.CustomSkill("context.order id")),
        condition("/value", compared(ConditionOperator.EQUALS, null, null)),
        condition("/valueOf", compared(ConditionOperator.EQUALS, "Ann", "customer.name")),
        condition("/valueOf", compared(ConditionOperator.EQUALS, null, "customer.nam")),
        condition("/valueOf", compared(ConditionOperator.EQUALS, null, "context.amount")),
        condition("/operator", compared(ConditionOperator.GREATER_THAN, null, "customer.name")),
        condition("/operator", compared(ConditionOperator.CONTAINS_DATA, null, "customer.name")),
        condition(
            "/attribute",
            new AgentCondition.Attribute(
                "agent.nam", ConditionOperator.EQUALS, null, null, "customer.name")),
        condition(
            "/operator",
            new AgentCondition.InPresence(ConditionOperator.CONTAINS, List.of(Presence.AWAY))),
        condition(
            "/presences",
            new AgentCondition.InPresence(ConditionOperator.CONTAINS_DATA, List.of(Presence.AWAY))),
        condition("/operator", new AgentCondition.FreeUnits(ConditionOperator.CONTAINS_DATA, 1)),
        condition("/units", new AgentCondition.FreeUnits(ConditionOperator.GREATER_THAN, -1)),
        condition("/attribute", new AgentCondition.CustomSkill("context.amount")),
        condition("/attribute", new AgentCondition.CustomSkill("context.skill")));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void aConditionAboutAgentsIsChecked(@Nullable String pointer, AgentCondition condition) {
    assertThat(
            CHECK.rulesets(
                List.of(new AssignmentRuleset("a", List.of(rule("1", List.of(), condition)))), ""))
        .extracting(RuleFinding::pointer)
        .containsExactlyElementsOf(
            pointer == null ? List.of() : List.of("/0/rules/0/agents/0" + pointer));
  }

  static Stream<Arguments> orders() {
    UUID type = UUID.randomUUID();
    OrderDirection down = OrderDirection.DESCENDING;
    return Stream.of(
        order(null, new AgentOrder(AgentOrder.By.SKILL_COUNT, type, null, null)),
        order(null, new AgentOrder(AgentOrder.By.ATTRIBUTE, null, "agent.name", down)),
        order("/skillTypeId", new AgentOrder(AgentOrder.By.ROUND_ROBIN, type, null, null)),
        order("/attribute", new AgentOrder(AgentOrder.By.ATTRIBUTE, null, null, null)),
        order("/attribute", new AgentOrder(AgentOrder.By.ATTRIBUTE, null, "agent.nam", null)),
        order("/attribute", new AgentOrder(AgentOrder.By.FREE_UNITS, null, "agent.name", null)),
        order("/direction", new AgentOrder(AgentOrder.By.FREE_UNITS, null, null, down)));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void anOrderOfAgentsIsChecked(@Nullable String pointer, AgentOrder order) {
    assertThat(
            CHECK.rulesets(
                List.of(new AssignmentRuleset("a", List.of(rule("1", List.of(order))))), ""))
        .extracting(RuleFinding::pointer)
        .containsExactlyElementsOf(
            pointer == null ? List.of() : List.of("/0/rules/0/orderBy/0" + pointer));
  }

  @Test
  void aRulesetNeedsARule() {
    assertThat(CHECK.rulesets(List.of(new AssignmentRuleset("a", List.of())), ""))
        .containsExactly(new RuleFinding("/0/rules", "a ruleset needs at least one rule"));
  }

  private static AgentCondition compared(
      ConditionOperator operator, @Nullable String value, @Nullable String valueOf) {
    return new AgentCondition.Attribute(
        "agent.name", operator, value == null ? null : ConditionValue.of(value), null, valueOf);
  }

  private static AssignmentRuleset.Rule rule(
      String name, List<AgentOrder> orderBy, AgentCondition... agents) {
    return new AssignmentRuleset.Rule(name, List.of(agents), orderBy);
  }

  private static Arguments condition(@Nullable String pointer, AgentCondition condition) {
    return Arguments.of(pointer, condition);
  }

  private static Arguments order(@Nullable String pointer, AgentOrder order) {
    return Arguments.of(pointer, order);
  }
}
