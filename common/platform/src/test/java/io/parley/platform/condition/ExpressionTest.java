package io.parley.platform.condition;

import static io.parley.platform.condition.Fixtures.evaluate;
import static io.parley.platform.condition.Fixtures.expression;
import static io.parley.platform.condition.Fixtures.findings;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  private static final Map<String, ?> VALUES =
      Map.of(
          "customer.country",
          "BR",
          "customer.account.name",
          "Banco",
          "context.amount",
          12,
          "context.order id",
          "A-1",
          "conversation.skills",
          List.of("s1", "s2"),
          "conversation.createdAt",
          Fixtures.NOW.minus(Duration.ofHours(30)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customer.country == \"BR\" && customer.account.name.containsText('BAN')",
        "context.amount > 5",
        "context.amount == 12.0",
        "context.`order id`.startsWith('A')",
        "customer.country in ['PT', 'BR']",
        "conversation.skills.exists(s, s == 's2')",
        "customer.city == null",
        "!customer.city.containsText('x')",
        "now - conversation.createdAt > duration('24h')",
        "dayOf(conversation.createdAt) == dayOf(now) - 1",
        "now.getHours('America/Sao_Paulo') == 12",
        "customer.country.matches('^[A-Z]{2}$')",
        "true || 1 / 0 == 1"
      })
  void anExpressionIsEvaluated(String expression) {
    assertThat(evaluate(expression(expression), VALUES)).isEqualTo(new ConditionResult.Matched());
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("customer.contry == 'BR'", "1:1 undeclared reference to 'customer'"),
        Arguments.of("customer.contry == 'BR'", "did you mean customer.country?"),
        Arguments.of("customer.contry.startsWith('B')", "did you mean customer.country?"),
        Arguments.of("customer.country == 'BR' &&\n  wether == 'x'", "2:3 undeclared reference"),
        Arguments.of("context.amount == 5", "1:16 found no matching overload"),
        Arguments.of("context.amount == 5", "write whole numbers with a point, such as 5.0"),
        Arguments.of("customer.country > 5", "1:18 found no matching overload"),
        Arguments.of("context.amount + 1.0", "1:16 expected type 'bool' but found 'double'"),
        Arguments.of("has(customer.country)", "ask whether there is a value with != null"),
        Arguments.of("customer.country ==", "1:20 mismatched input"),
        Arguments.of("environment('HOME') == ''", "undeclared reference to 'environment'"),
        Arguments.of(" \n", "the expression is empty"),
        Arguments.of("true" + " ".repeat(4_000), "longer than 4000 characters"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsNamedWithLineAndColumn(String expression, String message) {
    assertThat(findings(expression(expression)))
        .first()
        .satisfies(
            finding -> {
              assertThat(finding.pointer()).isEqualTo("/condition/expression");
              assertThat(finding.message()).contains(message);
            });
  }

  @Test
  void whatCannotBeComputedForWantOfAValueDoesNotMatch() {
    assertThat(evaluate(expression("!(context.amount > 5)"), Map.of()))
        .isEqualTo(new ConditionResult.NotMatched(Set.of("context.amount")));
  }

  @Test
  void anErrorOfTheEvaluationIsAValue() {
    assertThat(evaluate(expression("1 / int(context.amount - 12.0) == 1"), VALUES))
        .isInstanceOfSatisfying(
            ConditionResult.Failed.class, failed -> assertThat(failed.message()).contains("zero"));
  }

  @Test
  void aLoopWithinLoopsIsStopped() {
    String list = "[1,2,3,4,5,6,7,8,9,10]";
    String loop =
        list + ".all(a, " + list + ".all(b, " + list + ".all(c, " + list + ".all(d, true))))";

    assertThat(evaluate(expression(loop), VALUES))
        .isInstanceOfSatisfying(
            ConditionResult.Failed.class,
            failed -> assertThat(failed.message()).contains("Iteration budget exceeded"));
  }

  @Test
  void aSlowRegularExpressionIsNotSlow() {
    // Given
    Map<String, String> text = Map.of("message.text", "a".repeat(20_000) + "!");
    long start = System.nanoTime();

    // When
    ConditionResult result = evaluate(expression("message.text.matches('^(a+)+$')"), text);

    // Then
    assertThat(result).isEqualTo(new ConditionResult.NotMatched(Set.of()));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  static Stream<String> deep() {
    return Stream.of(
        "(".repeat(1_900) + "true" + ")".repeat(1_900),
        "[".repeat(1_900) + "]".repeat(1_900) + " == []",
        "!".repeat(3_900) + "true",
        "-".repeat(3_900) + "1 == 1",
        "true" + " ? true : true".repeat(250),
        "customer.name" + ".a".repeat(1_900),
        "customer.name" + "[0]".repeat(1_300),
        "'a' == 'a'" + " && 'a' == 'a'".repeat(280),
        "1" + " + 1".repeat(900) + " == 901",
        "{1:".repeat(1_000) + "1" + "}".repeat(1_000),
        "\"" + "\\".repeat(3_000),
        "true".repeat(900),
        "\u0000".repeat(2_000),
        "\uD83D".repeat(2_000),
        ")".repeat(3_999),
        "[1].all(a, ".repeat(300) + "true" + ")".repeat(300));
  }

  @ParameterizedTest
  @MethodSource("deep")
  void aHostileExpressionIsRefusedOrEvaluated(String expression) {
    switch (Fixtures.COMPILER.compile(expression(expression), "")) {
      case Compilation.Refused refused ->
          assertThat(refused.findings())
              .isNotEmpty()
              .hasSizeLessThanOrEqualTo(10)
              .allSatisfy(finding -> assertThat(finding.message()).hasSizeLessThan(1_000));
      case Compilation.Compiled compiled ->
          assertThat(
                  compiled
                      .condition()
                      .matches(AttributeValues.of(Fixtures.ATTRIBUTES, Map.of()), Instant.EPOCH))
              .isNotNull();
    }
  }
}
