package io.parley.platform.condition;

import static io.parley.platform.condition.Fixtures.compiled;
import static io.parley.platform.condition.Fixtures.evaluate;
import static io.parley.platform.condition.Fixtures.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.configuration.Condition;
import io.parley.events.configuration.Condition.Row;
import io.parley.events.configuration.ConditionOperator;
import io.parley.events.configuration.ConditionValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionCompilerTest {

  private static final Row VIP = row("customer.name", ConditionOperator.CONTAINS_DATA);

  @Test
  void aConditionReadsAsAnExpressionThatMeansTheSame() {
    // Given
    Condition condition =
        new Condition.All(
            List.of(
                row("customer.country", ConditionOperator.EQUALS, "BR"),
                new Condition.Any(
                    List.of(
                        row("message.text", ConditionOperator.DOES_NOT_CONTAIN, "card", "charge"),
                        Row.of(
                            "context.amount",
                            ConditionOperator.GREATER_THAN,
                            ConditionValue.of(10)),
                        row("context.order id", ConditionOperator.CONTAINS_DATA)))));

    // When
    CompiledCondition compiled = compiled(condition);

    // Then
    assertThat(compiled.source())
        .isEqualTo(
            "(customer.country.equalsText(\"BR\") && (!message.text.containsText([\"card\","
                + " \"charge\"]) || (context.amount != null && context.amount > 10.0) ||"
                + " (context.`order id` != null)))");
    assertThat(compiled(Fixtures.expression(compiled.source())).source())
        .isEqualTo(compiled.source());
    assertThat(compiled.attributes())
        .containsExactlyInAnyOrder(
            "customer.country", "message.text", "context.amount", "context.order id");
  }

  @Test
  void withoutAConditionEverythingMatches() {
    Compilation compilation = Fixtures.COMPILER.compile(null, "");

    assertThat(((Compilation.Compiled) compilation).condition())
        .extracting(
            always ->
                always.matches(AttributeValues.of(Fixtures.ATTRIBUTES, Map.of()), Fixtures.NOW))
        .isEqualTo(new ConditionResult.Matched());
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            row("customer.contry", ConditionOperator.EQUALS, "BR"),
            "/attribute",
            "no attribute has this name; did you mean customer.country?"),
        fault(
            row("Customer.Country", ConditionOperator.EQUALS, "BR"),
            "/attribute",
            "did you mean customer.country?"),
        fault(
            row("context.Amount", ConditionOperator.CONTAINS_DATA),
            "/attribute",
            "did you mean context.amount?"),
        fault(row("q.w", ConditionOperator.EQUALS, "BR"), "/attribute", "no attribute has this"),
        fault(
            row("customer.country", ConditionOperator.GREATER_THAN, "BR"),
            "/operator",
            "GREATER_THAN does not compare TEXT; these do: EQUALS, DOES_NOT_EQUAL, CONTAINS"),
        fault(
            row("context.amount", ConditionOperator.CONTAINS, "5"),
            "/operator",
            "CONTAINS does not compare NUMBER"),
        fault(
            row("conversation.createdAt", ConditionOperator.EQUALS, "2026-11-20"),
            "/operator",
            "EQUALS does not compare DATE_TIME"),
        fault(row("customer.country", ConditionOperator.EQUALS), "/value", "EQUALS needs a value"),
        fault(
            new Row("customer.country", ConditionOperator.EQUALS, null, List.of()),
            "/value",
            "EQUALS needs a value"),
        fault(
            row("customer.country", ConditionOperator.CONTAINS_DATA, "BR"),
            "/value",
            "CONTAINS_DATA takes no value"),
        fault(
            row("conversation.createdAt", ConditionOperator.TODAY, "a", "b"),
            "/values",
            "TODAY takes no value"),
        fault(
            row("context.amount", ConditionOperator.EQUALS, "5"), "/value", "a number is expected"),
        fault(
            Row.of("customer.postalCode", ConditionOperator.EQUALS, ConditionValue.of(5511)),
            "/value",
            "a text is expected; put it in quotes"),
        fault(
            row("conversation.escalatedByBot", ConditionOperator.EQUALS, "yes"),
            "/value",
            "true or false is expected"),
        fault(
            row("conversation.severity", ConditionOperator.IN_LIST, "HIGH", "high"),
            "/values/1",
            "no such value; it is one of LOW, NORMAL, HIGH, CRITICAL"),
        fault(
            row("conversation.severity", ConditionOperator.EQUALS, "HIGH", "LOW"),
            "/values",
            "EQUALS takes one value"),
        fault(
            new Row(
                "customer.city",
                ConditionOperator.EQUALS,
                ConditionValue.of("a"),
                List.of(ConditionValue.of("b"))),
            "/values",
            "give either value or values"),
        fault(
            row("conversation.createdAt", ConditionOperator.ON_DAY, "2026-02-30"),
            "/value",
            "a day such as 2026-11-20 is expected"),
        fault(
            Row.of(
                "conversation.createdAt",
                ConditionOperator.LAST_X_DAYS,
                ConditionValue.of(new BigDecimal("1.5"))),
            "/value",
            "a whole number from 1 to 10000 is expected"),
        fault(
            Row.of("conversation.createdAt", ConditionOperator.LAST_X_HOURS, ConditionValue.of(0)),
            "/value",
            "a whole number"),
        fault(
            Row.of(
                "context.amount",
                ConditionOperator.EQUALS,
                ConditionValue.of(new BigDecimal("1e999999999"))),
            "/value",
            "further from zero"),
        fault(row("customer.city", ConditionOperator.EQUALS, ""), "/value", "the text is empty"),
        fault(
            row("customer.city", ConditionOperator.EQUALS, "\uD83D"),
            "/value",
            "not valid Unicode"),
        fault(
            row("customer.city", ConditionOperator.EQUALS, "x".repeat(1_001)),
            "/value",
            "longer than 1000 characters"),
        fault(
            new Row(
                "customer.city",
                ConditionOperator.EQUALS,
                null,
                Collections.nCopies(101, ConditionValue.of("x"))),
            "/values",
            "more than 100 values"),
        fault(new Condition.All(List.of()), "/all", "a group needs at least one condition"),
        fault(
            new Condition.Any(List.of(VIP, row("x.y", ConditionOperator.CONTAINS_DATA))),
            "/any/1/attribute",
            "no attribute"),
        fault(nested(9), "/all/0".repeat(8), "groups are nested deeper than 8"),
        fault(nested(900), "/all/0".repeat(8), "groups are nested deeper than 8"),
        fault(
            new Condition.Any(Collections.nCopies(101, VIP)),
            "",
            "more than 100 conditions in one rule"),
        fault(
            new Condition.All(
                Collections.nCopies(3, new Condition.Any(Collections.nCopies(40, VIP)))),
            "",
            "more than 100 conditions in one rule"),
        fault(
            new Condition.Any(
                Collections.nCopies(
                    21, row("customer.city", ConditionOperator.EQUALS, "x".repeat(1_000)))),
            "",
            "longer than 20000 characters together"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsNamedAtItsPlace(Condition condition, String pointer, String message) {
    assertThat(findings(condition))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.pointer()).isEqualTo("/condition" + pointer);
              assertThat(finding.message()).contains(message);
            });
  }

  @Test
  void everyFaultIsNamed() {
    assertThat(
            findings(
                new Condition.All(
                    List.of(
                        row("customer.contry", ConditionOperator.EQUALS, "BR"),
                        row("customer.name", ConditionOperator.EQUALS),
                        row("context.amount", ConditionOperator.EQUALS, "x")))))
        .extracting(RuleFinding::pointer)
        .containsExactly(
            "/condition/all/0/attribute", "/condition/all/1/value", "/condition/all/2/value");
  }

  @Test
  void theLargestConditionCompiles() {
    // Given
    Row row = row("message.text", ConditionOperator.CONTAINS, "\uD83D\uDE00".repeat(100));
    Condition group = new Condition.All(Collections.nCopies(99, row));
    for (int depth = 1; depth < Condition.MAX_DEPTH; depth++) {
      group =
          depth == 1 ? new Condition.Any(List.of(group, VIP)) : new Condition.All(List.of(group));
    }

    // When
    ConditionResult result = evaluate(group, Map.of("message.text", "x\uD83D\uDE00".repeat(5_000)));

    // Then
    assertThat(result.isMatched()).isFalse();
  }

  @Test
  void severalTextsMeanAnyOfThemAndNegatedNoneOfThem() {
    Map<String, String> text = Map.of("message.text", "My CARD was stolen");

    assertThat(evaluate(row("message.text", ConditionOperator.CONTAINS, "fee", "card"), text))
        .isEqualTo(new ConditionResult.Matched());
    assertThat(
            evaluate(row("message.text", ConditionOperator.DOES_NOT_CONTAIN, "fee", "card"), text)
                .isMatched())
        .isFalse();
  }

  @Test
  void aMissingValueFulfilsNoComparisonAndEveryNegatedOne() {
    assertThat(
            evaluate(row("customer.city", ConditionOperator.DOES_NOT_EQUAL, "x"), Map.of())
                .isMatched())
        .isTrue();
    assertThat(
            evaluate(
                    Row.of("context.amount", ConditionOperator.LESS_THAN, ConditionValue.of(5)),
                    Map.of("context.amount", "not a number"))
                .isMatched())
        .isFalse();
  }

  @Test
  void daysBeginInTheOrganisationsTimeZone() {
    Row today = row("conversation.createdAt", ConditionOperator.TODAY);

    assertThat(evaluate(today, Map.of("conversation.createdAt", "2026-11-20T02:59:59Z")))
        .isInstanceOf(ConditionResult.NotMatched.class);
    assertThat(evaluate(today, Map.of("conversation.createdAt", "2026-11-20T03:00:00Z")))
        .isInstanceOf(ConditionResult.Matched.class);
  }

  @Test
  void anOutputIsSeenByTheNextEvaluation() {
    // Given
    CompiledCondition urgent =
        compiled(row("conversation.severity", ConditionOperator.EQUALS, "HIGH"));
    AttributeValues values = AttributeValues.of(Fixtures.ATTRIBUTES, Map.of());

    // When
    AttributeValues changed = values.with("conversation.severity", "HIGH");

    // Then
    assertThat(urgent.matches(values, Fixtures.NOW).isMatched()).isFalse();
    assertThat(urgent.matches(changed, Fixtures.NOW).isMatched()).isTrue();
  }

  private static Arguments fault(Condition condition, String pointer, String message) {
    return Arguments.of(condition, pointer, message);
  }

  private static Condition nested(int depth) {
    Condition condition = VIP;
    for (int i = 0; i < depth; i++) {
      condition = new Condition.All(List.of(condition));
    }
    return condition;
  }

  private static Row row(String attribute, ConditionOperator operator, String... values) {
    return Row.of(
        attribute,
        operator,
        Stream.of(values).map(ConditionValue::of).toArray(ConditionValue[]::new));
  }
}
