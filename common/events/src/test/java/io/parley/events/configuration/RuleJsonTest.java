package io.parley.events.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.parley.events.EventJson;
import io.parley.events.Presence;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleJsonTest {

  private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-000000000001");

  private static final ObjectMapper STRICT =
      EventJson.mapper().copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @Test
  void aConditionIsWrittenInYamlWithoutPain() throws JsonProcessingException {
    // Given
    String yaml =
        """
        all:
          - {attribute: customer.country, operator: EQUALS, value: NO}
          - any:
              - {attribute: message.text, operator: CONTAINS, values: [card, charge]}
              - {attribute: context.amount, operator: GREATER_THAN, value: 10.50}
              - {attribute: conversation.escalatedByBot, operator: EQUALS, value: true}
              - {attribute: conversation.createdAt, operator: ON_DAY, value: 2026-11-20}
              - {attribute: context.order id, operator: CONTAINS_DATA}
        """;

    // When
    RuleCondition read = YAML.readValue(yaml, RuleCondition.class);

    // Then
    assertThat(read)
        .isEqualTo(
            new Condition.All(
                List.of(
                    row("customer.country", ConditionOperator.EQUALS, ConditionValue.of("NO")),
                    new Condition.Any(
                        List.of(
                            row(
                                "message.text",
                                ConditionOperator.CONTAINS,
                                ConditionValue.of("card"),
                                ConditionValue.of("charge")),
                            row(
                                "context.amount",
                                ConditionOperator.GREATER_THAN,
                                ConditionValue.of(new BigDecimal("10.5"))),
                            row(
                                "conversation.escalatedByBot",
                                ConditionOperator.EQUALS,
                                ConditionValue.of(true)),
                            row(
                                "conversation.createdAt",
                                ConditionOperator.ON_DAY,
                                ConditionValue.of("2026-11-20")),
                            row("context.order id", ConditionOperator.CONTAINS_DATA))))));
  }

  @Test
  void anExpressionIsAConditionToo() throws JsonProcessingException {
    assertThat(YAML.readValue("expression: customer.country == \"BR\"", RuleCondition.class))
        .isEqualTo(new RuleCondition.Expression("customer.country == \"BR\""));
  }

  static Stream<Object> rules() {
    OverflowRule closed =
        new OverflowRule(new OverflowCondition.OutOfHours(), new OverflowAction.AssignAnyway());
    return Stream.of(
        new ClassificationRule(
            "VIP",
            row("customer.name", ConditionOperator.CONTAINS_DATA),
            List.of(
                new ClassificationOutput.SetAttribute(
                    "conversation.priority", ConditionValue.of(10)),
                new ClassificationOutput.RequireSkill(ID, 3),
                new ClassificationOutput.UseCapacityProfile(ID))),
        new RoutingRule(
            "Everyone",
            null,
            List.of(
                new RoutingRule.Target(ID, 70, null),
                new RoutingRule.Target(ID, 30, List.of(closed)))),
        new OverflowRule(new OverflowCondition.WaitingItems(40), new OverflowAction.Transfer(ID)),
        new OverflowRule(
            new OverflowCondition.WaitingTime(Duration.ofMinutes(5)), new OverflowAction.End()),
        new PrioritisationRule(
            "Old",
            new RuleCondition.Expression("conversation.priority > 5.0"),
            List.of(
                new PrioritisationRule.ItemOrder(
                    "conversation.createdAt", OrderDirection.ASCENDING))),
        new AssignmentRuleset(
            "Strict first",
            List.of(
                new AssignmentRuleset.Rule(
                    "Skills",
                    List.of(
                        new AgentCondition.Attribute(
                            "agent.name", ConditionOperator.EQUALS, null, null, "customer.name"),
                        new AgentCondition.InPresence(
                            ConditionOperator.EQUALS, List.of(Presence.AVAILABLE)),
                        new AgentCondition.FreeUnits(ConditionOperator.GREATER_THAN, null),
                        new AgentCondition.ExactSkills(ID, true),
                        new AgentCondition.CustomSkill("context.skill"),
                        new AgentCondition.Working()),
                    List.of(new AgentOrder(AgentOrder.By.NEAREST_PROFICIENCY, ID, null, null))))),
        new SelectionRule("Night", null, "Strict first"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleReadsBackAsWrittenWhicheverMapper(Object rule) throws JsonProcessingException {
    // When
    String json = STRICT.writeValueAsString(rule);

    // Then
    assertThat(STRICT.readValue(json, rule.getClass())).isEqualTo(rule);
    assertThat(EventJson.mapper().readValue(json, rule.getClass())).isEqualTo(rule);
    assertThat(json).doesNotContain("null");
  }

  @Test
  void aQueueWithoutPercentageGetsAll() throws JsonProcessingException {
    RoutingRule rule =
        STRICT.readValue(
            "{\"name\": \"Everyone\", \"queues\": [{\"queueId\": \"" + ID + "\"}]}",
            RoutingRule.class);

    assertThat(rule.queues().getFirst().share()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "5",
        "\"x\"",
        "[]",
        "{\"all\": {}}",
        "{\"all\": [null]}",
        "{\"all\": [], \"colour\": 1}",
        "{\"colour\": 1, \"all\": []}",
        "{\"all\": [], \"any\": []}",
        "{\"all\": [{\"expression\": \"true\"}]}",
        "{\"expression\": \"true\", \"all\": []}",
        "{\"expression\": null}",
        "{\"attribute\": \"a.b\", \"operator\": \"EQUALS\", \"vaule\": 1}",
        "{\"attribute\": \"a.b\", \"operator\": \"SOUNDS_LIKE\", \"value\": 1}",
        "{\"attribute\": \"a.b\", \"operator\": \"EQUALS\", \"value\": [1]}",
        "{\"attribute\": \"a.b\", \"operator\": \"EQUALS\", \"value\": {\"a\": 1}}",
        "{\"attribute\": \"a.b\", \"operator\": \"EQUALS\", \"value\": 1e999}",
        "{\"attribute\": \"a.b\", \"operator\": \"EQUALS\", \"values\": [null]}",
        "{\"attribute\": \"a.b\", \"value\": 1}",
        "{\"operator\": \"CONTAINS_DATA\"}"
      })
  void whatIsNoConditionIsRefused(String json) {
    assertThatThrownBy(() -> STRICT.readValue(json, RuleCondition.class))
        .isInstanceOf(JsonMappingException.class);
  }

  @Test
  void theRefusalSaysWhere() {
    String json =
        """
        {"name": "VIP", "outputs": [], "condition":
         {"all": [{"attribute": "a.b", "operator": "SOUNDS_LIKE"}]}}""";

    assertThatThrownBy(() -> STRICT.readValue(json, ClassificationRule.class))
        .isInstanceOfSatisfying(
            JsonMappingException.class,
            e ->
                assertThat(
                        e.getPath().stream()
                            .map(JsonMappingException.Reference::getFieldName)
                            .toList())
                    .startsWith("condition", "all", null));
  }

  @Test
  void aFieldOfANewerProducerIsIgnoredOnTheTopic() throws JsonProcessingException {
    String json =
        "{\"attribute\": \"a.b\", \"operator\": \"EQUALS\", \"value\": 1, \"newer\": {\"a\": []}}";

    assertThat(EventJson.mapper().readValue(json, RuleCondition.class))
        .isEqualTo(row("a.b", ConditionOperator.EQUALS, ConditionValue.of(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5.0", "5.000", "0.5e1"})
  void theSameNumberIsTheSameValue(String number) throws JsonProcessingException {
    assertThat(STRICT.readValue(number, ConditionValue.class)).isEqualTo(ConditionValue.of(5));
  }

  private static Condition.Row row(
      String attribute, ConditionOperator operator, ConditionValue... values) {
    return Condition.Row.of(attribute, operator, values);
  }
}
