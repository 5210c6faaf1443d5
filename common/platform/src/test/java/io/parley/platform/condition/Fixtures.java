package io.parley.platform.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.Channel;
import io.parley.events.configuration.RuleCondition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A workstream for SMS with two context variables. */
final class Fixtures {

  static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

  static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");

  static final Attributes ATTRIBUTES =
      Attributes.of(
          Channel.SMS,
          List.of(
              Attribute.contextVariable("amount", AttributeType.NUMBER),
              Attribute.contextVariable("order id", AttributeType.TEXT)));

  static final ConditionCompiler COMPILER = new ConditionCompiler(ATTRIBUTES, ZONE);

  private Fixtures() {}

  static RuleCondition expression(String expression) {
    return new RuleCondition.Expression(expression);
  }

  static CompiledCondition compiled(RuleCondition condition) {
    Compilation compilation = COMPILER.compile(condition, "/condition");
    assertThat(compilation.faults()).isEmpty();
    return ((Compilation.Compiled) compilation).condition();
  }

  static List<RuleFinding> findings(RuleCondition condition) {
    return COMPILER.compile(condition, "/condition").faults();
  }

  static ConditionResult evaluate(RuleCondition condition, Map<String, ?> values) {
    return compiled(condition).matches(AttributeValues.of(ATTRIBUTES, values), NOW);
  }
}
