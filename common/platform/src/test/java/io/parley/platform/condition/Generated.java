package io.parley.platform.condition;

import io.parley.events.Channel;
import io.parley.events.configuration.Condition;
import io.parley.events.configuration.ConditionOperator;
import io.parley.events.configuration.ConditionValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random conditions and values of a workstream whose context variables have awkward names. */
final class Generated {

  static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

  static final Instant NOW = Instant.parse("2026-11-20T01:30:00Z");

  static final Attributes ATTRIBUTES =
      Attributes.of(
          Channel.WHATSAPP,
          List.of(
              Attribute.contextVariable("order id", AttributeType.TEXT),
              Attribute.contextVariable("número do pedido", AttributeType.TEXT),
              Attribute.contextVariable("in", AttributeType.NUMBER),
              Attribute.contextVariable("a.b/c`\"d", AttributeType.NUMBER),
              Attribute.contextVariable("9 \uD83D\uDE00\n", AttributeType.MULTI_CHOICE)));

  private static final List<String> KEYS = List.of("a", "A", "\"b\"", "c\\", "é");

  private Generated() {}

  /** Texts that are often alike but for case, and often try to break out of a literal. */
  static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("aAbBéÉßİıſσς").ofMinLength(1).ofMaxLength(4),
        Arbitraries.strings()
            .withChars("\"'\\`$\n\r\t\u0000\u2028\u202Eu0(){}[]|&! x")
            .ofMinLength(1)
            .ofMaxLength(8),
        Arbitraries.of(
            "\") || true || (\"",
            "\\",
            "\\\"",
            "\\u0022",
            "${x}",
            "\uD83D\uDE00",
            "\uFFFF",
            "a\u0301"),
        Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(6)
            .filter(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)));
  }

  static Arbitrary<Condition> conditions() {
    return conditions(3);
  }

  private static Arbitrary<Condition> conditions(int depth) {
    Arbitrary<Condition> rows = rows().map(row -> row);
    if (depth == 0) {
      return rows;
    }
    Arbitrary<List<Condition>> members = conditions(depth - 1).list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        rows, members.map(Condition.All::new), members.map(Condition.Any::new));
  }

  /** Every operator of every type is as likely as any other. */
  static Arbitrary<Condition.Row> rows() {
    record Comparison(AttributeType type, ConditionOperator operator) {}
    List<Comparison> comparisons =
        Arrays.stream(AttributeType.values())
            .flatMap(
                type -> type.operators().stream().map(operator -> new Comparison(type, operator)))
            .toList();
    return Arbitraries.of(comparisons)
        .flatMap(
            comparison ->
                attributes(comparison.type())
                    .flatMap(attribute -> rows(attribute, comparison.operator())));
  }

  private static Arbitrary<Attribute> attributes(AttributeType type) {
    return Arbitraries.of(
        ATTRIBUTES.all().stream().filter(attribute -> attribute.type() == type).toList());
  }

  private static Arbitrary<Condition.Row> rows(Attribute attribute, ConditionOperator operator) {
    Operand operand = Operand.of(attribute.type(), operator);
    if (operand == Operand.NOTHING) {
      return Arbitraries.just(Condition.Row.of(attribute.name(), operator));
    }
    Arbitrary<ConditionValue> one = operands(attribute, operand);
    return Operand.several(attribute.type(), operator)
        ? one.list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(values -> new Condition.Row(attribute.name(), operator, null, values))
        : one.map(value -> Condition.Row.of(attribute.name(), operator, value));
  }

  private static Arbitrary<ConditionValue> operands(Attribute attribute, Operand operand) {
    return switch (operand) {
      case NOTHING -> throw new IllegalArgumentException("takes no value");
      case TEXT -> texts().map(ConditionValue::of);
      case CHOICE -> keys(attribute).map(ConditionValue::of);
      case YES_NO -> Arbitraries.of(true, false).map(ConditionValue::of);
      case NUMBER -> numbers().map(ConditionValue::of);
      case COUNT -> Arbitraries.of(1, 2, 24, 48, 90, 10_000).map(ConditionValue::of);
      case DAY -> days().map(day -> ConditionValue.of(day.toString()));
    };
  }

  private static Arbitrary<String> keys(Attribute attribute) {
    return Arbitraries.of(attribute.choices().isEmpty() ? KEYS : attribute.choices());
  }

  private static Arbitrary<BigDecimal> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.of("0", "-1", "5", "5.5", "0.1", "1000000000000000", "-0.000001")
            .map(BigDecimal::new),
        Arbitraries.bigDecimals()
            .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
            .ofScale(4));
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(-3, 3).map(LocalDate.of(2026, 11, 19)::plusDays);
  }

  private static Arbitrary<Instant> times() {
    return Arbitraries.oneOf(
        Arbitraries.just(NOW),
        Arbitraries.longs().between(-60 * 24 * 3, 60 * 24 * 3).map(m -> NOW.plusSeconds(60 * m)),
        Arbitraries.longs().between(-800, 800).map(d -> NOW.plusSeconds(86_400 * d)));
  }

  /** Values by attribute; some attributes have none. */
  static Arbitrary<Map<String, Object>> values() {
    List<Arbitrary<Object>> each =
        ATTRIBUTES.all().stream().map(attribute -> value(attribute).injectNull(0.2)).toList();
    return Combinators.combine(each)
        .as(
            drawn -> {
              Map<String, Object> values = new HashMap<>();
              for (int i = 0; i < drawn.size(); i++) {
                if (drawn.get(i) != null) {
                  values.put(ATTRIBUTES.all().get(i).name(), drawn.get(i));
                }
              }
              return values;
            });
  }

  private static Arbitrary<Object> value(Attribute attribute) {
    return switch (attribute.type()) {
      case TEXT -> texts().map(text -> text);
      case NUMBER -> numbers().map(BigDecimal::doubleValue);
      case CHOICE -> keys(attribute).map(key -> key);
      case MULTI_CHOICE, SKILLS -> keys(attribute).set().ofMaxSize(3).map(List::copyOf);
      case YES_NO -> Arbitraries.of(true, false).map(yes -> yes);
      case DATE_TIME -> times().map(time -> time);
    };
  }
}
