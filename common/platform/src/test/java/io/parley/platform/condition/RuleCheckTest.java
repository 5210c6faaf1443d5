package io.parley.platform.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parley.events.configuration.ClassificationOutput;
import io.parley.events.configuration.ClassificationOutput.RequireSkill;
import io.parley.events.configuration.ClassificationOutput.SetAttribute;
import io.parley.events.configuration.ClassificationRule;
import io.parley.events.configuration.Condition;
import io.parley.events.configuration.ConditionOperator;
import io.parley.events.configuration.ConditionValue;
import io.parley.events.configuration.OrderDirection;
import io.parley.events.configuration.OverflowAction;
import io.parley.events.configuration.OverflowCondition;
import io.parley.events.configuration.OverflowRule;
import io.parley.events.configuration.PrioritisationRule;
import io.parley.events.configuration.PrioritisationRule.ItemOrder;
import io.parley.events.configuration.RoutingRule;
import io.parley.events.configuration.RoutingRule.Target;
import io.parley.events.configuration.RuleCondition;
import io.parley.events.configuration.SelectionRule;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCheckTest {

  private static final RuleCheck CHECK = new RuleCheck(Fixtures.COMPILER);
  private static final RuleCondition WRONG = Fixtures.expression("nothing");
  private static final ClassificationOutput SKILL = new RequireSkill(UUID.randomUUID(), 3);

  @Test
  void rulesWithinTheLimitsAreAccepted() {
    // Given
    List<ClassificationRule> hundred =
        IntStream.range(0, 100).mapToObj(i -> rule("rule " + i, SKILL)).toList();

    // When
    List<RuleFinding> findings =
        CHECK.classificationRulesets(Collections.nCopies(10, hundred), "/rulesets");

    // Then
    assertThat(findings).isEmpty();
  }

  @Test
  void tooManyRulesetsAndRulesAreFound() {
    // Given
    List<ClassificationRule> many =
        IntStream.range(0, 101).mapToObj(i -> rule("rule " + i, SKILL)).toList();

    // When
    List<RuleFinding> findings =
        CHECK.classificationRulesets(
            Stream.concat(
                    Stream.of(many),
                    Collections.nCopies(10, List.<ClassificationRule>of()).stream())
                .toList(),
            "/rulesets");

    // Then
    assertThat(findings)
        .containsExactly(
            new RuleFinding("/rulesets", "more than 10 rulesets"),
            new RuleFinding("/rulesets/0", "more than 100 rules"));
  }

  @Test
  void namesAreUniqueWhateverTheirCase() {
    assertThat(CHECK.classification(List.of(rule("VIP", SKILL), rule("vip ", SKILL)), "/rules"))
        .extracting(RuleFinding::pointer)
        .containsExactly("/rules/1/name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901"
      })
  void aNameHasOneToAHundredCharacters(String name) {
    assertThat(CHECK.classification(List.of(rule(name, SKILL)), "/rules"))
        .containsExactly(new RuleFinding("/rules/0/name", "a name has 1 to 100 characters"));
  }

  static Stream<Arguments> outputs() {
    return Stream.of(
        output(null, new SetAttribute("conversation.priority", ConditionValue.of(10))),
        output(null, new SetAttribute("conversation.severity", ConditionValue.of("HIGH"))),
        output(null, new SetAttribute("context.order id", ConditionValue.of("none"))),
        output("/attribute", new SetAttribute("conversation.prio", ConditionValue.of(10))),
        output("/attribute", new SetAttribute("customer.name", ConditionValue.of("x"))),
        output("/value", new SetAttribute("conversation.priority", ConditionValue.of("10"))),
        output("/value", new SetAttribute("conversation.severity", ConditionValue.of("WILD"))),
        output("/rating", new RequireSkill(UUID.randomUUID(), 0)));
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void anOutputFitsItsAttribute(@Nullable String pointer, ClassificationOutput output) {
    assertThat(CHECK.classification(List.of(rule("a", output)), ""))
        .extracting(RuleFinding::pointer)
        .containsExactlyElementsOf(pointer == null ? List.of() : List.of("/0/outputs/0" + pointer));
  }

  @Test
  void aRuleHasOneToFiveOutputs() {
    assertThat(
            CHECK.classification(
                List.of(
                    rule("none"),
                    new ClassificationRule("six", null, Collections.nCopies(6, SKILL))),
                ""))
        .containsExactly(
            new RuleFinding("/0/outputs", "a rule needs at least one output"),
            new RuleFinding("/1/outputs", "more than 5 outputs"));
  }

  @Test
  void aWrongConditionIsFoundInEveryKindOfRule() {
    assertThat(
            CHECK.classification(List.of(new ClassificationRule("a", WRONG, List.of(SKILL))), "/c"))
        .extracting(RuleFinding::pointer)
        .containsExactly("/c/0/condition/expression");
    assertThat(CHECK.routing(List.of(new RoutingRule("a", WRONG, List.of(all()))), "/r"))
        .extracting(RuleFinding::pointer)
        .containsExactly("/r/0/condition/expression");
    assertThat(CHECK.prioritisation(List.of(new PrioritisationRule("a", WRONG, List.of())), "/p"))
        .extracting(RuleFinding::pointer)
        .containsExactly("/p/0/condition/expression");
    assertThat(CHECK.selection(List.of(new SelectionRule("a", WRONG, "strict")), Set.of(), "/s"))
        .extracting(RuleFinding::pointer)
        .containsExactly("/s/0/condition/expression", "/s/0/ruleset");
  }

  static Stream<Arguments> shares() {
    return Stream.of(
        Arguments.of(true, List.of(100)),
        Arguments.of(true, List.of(70, 30)),
        Arguments.of(true, List.of(20, 20, 20, 20, 20)),
        Arguments.of(false, List.of(99)),
        Arguments.of(false, List.of(70, 31)),
        Arguments.of(false, List.of(101, -1)),
        Arguments.of(false, List.of(100, 0)),
        Arguments.of(false, List.of(Integer.MAX_VALUE, Integer.MAX_VALUE, 102)),
        Arguments.of(false, List.of(50, 10, 10, 10, 10, 10)),
        Arguments.of(false, List.of()));
  }

  @ParameterizedTest
  @MethodSource("shares")
  void percentagesTotalAHundredOverAtMostFiveQueues(boolean accepted, List<Integer> shares) {
    // Given
    List<Target> queues =
        shares.stream().map(share -> new Target(UUID.randomUUID(), share, null)).toList();

    // When
    List<RuleFinding> findings = CHECK.routing(List.of(new RoutingRule("a", null, queues)), "");

    // Then
    assertThat(findings.isEmpty()).isEqualTo(accepted);
    assertThat(findings).allSatisfy(f -> assertThat(f.pointer()).startsWith("/0/queues"));
  }

  @Test
  void aQueueStandsOnceInARule() {
    UUID queue = UUID.randomUUID();

    assertThat(
            CHECK.routing(
                List.of(
                    new RoutingRule(
                        "a",
                        null,
                        List.of(new Target(queue, 50, null), new Target(queue, 50, null)))),
                ""))
        .extracting(RuleFinding::pointer)
        .containsExactly("/0/queues/1/queueId");
  }

  @Test
  void moreThanTwoHundredRoutingRulesAreFound() {
    assertThat(
            CHECK.routing(
                IntStream.range(0, 201)
                    .mapToObj(i -> new RoutingRule("rule " + i, null, List.of(all())))
                    .toList(),
                "/rules"))
        .containsExactly(new RuleFinding("/rules", "more than 200 rules"));
  }

  @Test
  void theOverflowOfARuleIsForBeforeQueueing() {
    // Given
    OverflowRule waited =
        new OverflowRule(
            new OverflowCondition.WaitingTime(Duration.ofMinutes(5)), new OverflowAction.End());
    OverflowRule crowded =
        new OverflowRule(new OverflowCondition.WaitingItems(101), new OverflowAction.End());

    // When
    List<RuleFinding> findings =
        CHECK.routing(
            List.of(
                new RoutingRule(
                    "a",
                    null,
                    List.of(new Target(UUID.randomUUID(), 100, List.of(waited, crowded))))),
            "");

    // Then
    assertThat(findings)
        .extracting(RuleFinding::pointer, RuleFinding::message)
        .containsExactly(
            tuple("/0/queues/0/overflow/0/condition", "is for conversations in the queue"),
            tuple("/0/queues/0/overflow/1/condition/limit", "the limit is from 1 to 100"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT59S", "P2DT1S", "-PT5M"})
  void aWaitingTimeIsFromOneMinuteToTwoDays(Duration time) {
    assertThat(OverflowCheck.whileQueued(List.of(waiting(time, new OverflowAction.End())), ""))
        .extracting(RuleFinding::pointer)
        .containsExactly("/0/condition/longerThan");
  }

  @Test
  void whileQueuedOnlyTheTimeCountsAndAssigningAnywayMakesNoSense() {
    assertThat(
            OverflowCheck.whileQueued(
                List.of(
                    waiting(Duration.ofMinutes(1), new OverflowAction.End()),
                    waiting(Duration.ofDays(2), new OverflowAction.Transfer(UUID.randomUUID())),
                    waiting(Duration.ofMinutes(9), new OverflowAction.AssignAnyway()),
                    new OverflowRule(new OverflowCondition.OutOfHours(), new OverflowAction.End())),
                ""))
        .extracting(RuleFinding::pointer)
        .containsExactlyInAnyOrder("/2/action", "/3/condition");
  }

  @Test
  void anOrderNeedsAnAttributeWithAnOrder() {
    assertThat(
            CHECK.prioritisation(
                List.of(
                    new PrioritisationRule(
                        "a",
                        Condition.Row.of("customer.name", ConditionOperator.CONTAINS_DATA),
                        orders(
                            "conversation.priority",
                            "conversation.skills",
                            "conversation.created"))),
                ""))
        .extracting(RuleFinding::pointer)
        .containsExactly("/0/orderBy/1/attribute", "/0/orderBy/2/attribute");
  }

  private static List<ItemOrder> orders(String... attributes) {
    return Arrays.stream(attributes)
        .map(attribute -> new ItemOrder(attribute, OrderDirection.DESCENDING))
        .toList();
  }

  private static OverflowRule waiting(Duration time, OverflowAction action) {
    return new OverflowRule(new OverflowCondition.WaitingTime(time), action);
  }

  private static Target all() {
    return new Target(UUID.randomUUID(), null, null);
  }

  private static Arguments output(@Nullable String pointer, ClassificationOutput output) {
    return Arguments.of(pointer, output);
  }

  private static ClassificationRule rule(String name, ClassificationOutput... outputs) {
    return new ClassificationRule(name, null, List.of(outputs));
  }
}
