package io.parley.platform.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.configuration.Condition;
import io.parley.events.configuration.ConditionOperator;
import io.parley.events.configuration.ConditionValue;
import io.parley.events.configuration.RuleCondition;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConditionPropertyTest {

  private static final ConditionCompiler COMPILER =
      new ConditionCompiler(Generated.ATTRIBUTES, Generated.ZONE);

  @Property(tries = 2_000)
  void celSaysWhatADirectEvaluationSays(
      @ForAll("conditions") Condition condition, @ForAll("values") Map<String, Object> values) {
    // Given
    boolean expected = new Oracle(values, Generated.NOW, Generated.ZONE).holds(condition);

    // When
    ConditionResult result = evaluate(condition, values);

    // Then
    assertThat(result)
        .isEqualTo(
            expected ? new ConditionResult.Matched() : new ConditionResult.NotMatched(Set.of()));
  }

  @Property(tries = 2_000)
  void eachOperatorSaysWhatADirectEvaluationSays(
      @ForAll("rows") Condition.Row row, @ForAll("values") Map<String, Object> values) {
    assertThat(evaluate(row, values).isMatched())
        .isEqualTo(new Oracle(values, Generated.NOW, Generated.ZONE).holds(row));
  }

  @Property(tries = 2_000)
  void aTextStaysInItsLiteral(@ForAll("texts") String text, @ForAll("texts") String other) {
    // Given
    Condition.Row row =
        Condition.Row.of("message.text", ConditionOperator.EQUALS, ConditionValue.of(text));

    // When
    CompiledCondition compiled = compiled(row);

    // Then
    assertThat(compiled.attributes()).containsExactly("message.text");
    assertThat(matches(compiled, Map.of("message.text", text))).isTrue();
    assertThat(matches(compiled, Map.of("message.text", other)))
        .isEqualTo(text.equalsIgnoreCase(other));
  }

  @Property(tries = 1_000)
  void anyExpressionIsRefusedOrEvaluatedButThrowsNothing(
      @ForAll("expressions") String expression, @ForAll("values") Map<String, Object> values) {
    Compilation compilation = COMPILER.compile(new RuleCondition.Expression(expression), "");

    switch (compilation) {
      case Compilation.Compiled compiled ->
          assertThat(
                  compiled
                      .condition()
                      .matches(AttributeValues.of(Generated.ATTRIBUTES, values), Generated.NOW))
              .isNotNull();
      case Compilation.Refused refused ->
          assertThat(refused.findings())
              .isNotEmpty()
              .allSatisfy(finding -> assertThat(finding.pointer()).isEqualTo("/expression"));
    }
  }

  @Provide
  Arbitrary<Condition> conditions() {
    return Generated.conditions();
  }

  @Provide
  Arbitrary<Condition.Row> rows() {
    return Generated.rows();
  }

  @Provide
  Arbitrary<Map<String, Object>> values() {
    return Generated.values();
  }

  @Provide
  Arbitrary<String> texts() {
    return Generated.texts();
  }

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.of(
            "customer.name",
            "message.text",
            "context.`in`",
            "now",
            "conversation.skills",
            "==",
            " != null",
            " && ",
            " || ",
            "!",
            "(",
            ")",
            "[",
            "]",
            ".startsWith(",
            ".matches(",
            "'a'",
            "\"",
            "5",
            "5.0",
            "null",
            "true",
            "dayOf(",
            ".exists(x, ",
            "x",
            "duration('1h')",
            " - ",
            " + ",
            " ? ",
            " : ",
            "{",
            "}",
            ".",
            "\uD800",
            "é",
            "size(",
            "'9999h'",
            "/0",
            ",")
        .list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .map(parts -> String.join("", parts));
  }

  private static ConditionResult evaluate(Condition condition, Map<String, Object> values) {
    return compiled(condition)
        .matches(AttributeValues.of(Generated.ATTRIBUTES, values), Generated.NOW);
  }

  private static boolean matches(CompiledCondition condition, Map<String, Object> values) {
    return condition
        .matches(AttributeValues.of(Generated.ATTRIBUTES, values), Generated.NOW)
        .isMatched();
  }

  private static CompiledCondition compiled(Condition condition) {
    Compilation compilation = COMPILER.compile(condition, "");
    assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
    return ((Compilation.Compiled) compilation).condition();
  }
}
