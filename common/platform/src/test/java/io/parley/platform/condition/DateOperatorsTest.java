package io.parley.platform.condition;

import static io.parley.platform.condition.Generated.ATTRIBUTES;
import static io.parley.platform.condition.Generated.NOW;
import static io.parley.platform.condition.Generated.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.configuration.Condition;
import io.parley.events.configuration.ConditionOperator;
import io.parley.events.configuration.ConditionValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The moments at which an answer changes, which random times hardly meet. */
class DateOperatorsTest {

  private static final String ATTRIBUTE = "conversation.createdAt";

  private static final ConditionCompiler COMPILER = new ConditionCompiler(ATTRIBUTES, ZONE);

  static Stream<Condition.Row> rows() {
    return AttributeType.DATE_TIME.operators().stream().flatMap(DateOperatorsTest::rows);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anOperatorIsExactToTheSecond(Condition.Row row) {
    // Given
    CompiledCondition condition = ((Compilation.Compiled) COMPILER.compile(row, "")).condition();
    List<Instant> times = times().toList();

    // When
    List<Instant> matched = times.stream().filter(time -> matches(condition, time)).toList();

    // Then
    assertThat(matched)
        .isEqualTo(
            times.stream()
                .filter(time -> new Oracle(Map.of(ATTRIBUTE, time), NOW, ZONE).holds(row))
                .toList());
    assertThat(row.operator() == ConditionOperator.DOES_NOT_CONTAIN_DATA)
        .isEqualTo(matched.isEmpty());
  }

  private static Stream<Condition.Row> rows(ConditionOperator operator) {
    Stream<ConditionValue> operands =
        switch (Operand.of(AttributeType.DATE_TIME, operator)) {
          case DAY -> Stream.of("2026-11-18", "2026-11-19").map(ConditionValue::of);
          case COUNT -> LongStream.of(1, 2, 48).mapToObj(ConditionValue::of);
          case NOTHING -> Stream.empty();
          case TEXT, NUMBER, YES_NO, CHOICE -> throw new IllegalArgumentException(operator.name());
        };
    List<Condition.Row> rows =
        operands.map(operand -> Condition.Row.of(ATTRIBUTE, operator, operand)).toList();
    return rows.isEmpty() ? Stream.of(Condition.Row.of(ATTRIBUTE, operator)) : rows.stream();
  }

  /** The beginnings of days of three years, and what is exactly so long ago or ahead. */
  private static Stream<Instant> times() {
    Stream<Instant> midnights =
        LocalDate.of(2025, 1, 1)
            .datesUntil(LocalDate.of(2028, 1, 2))
            .map(day -> day.atStartOfDay(ZONE).toInstant());
    Stream<Instant> distances =
        IntStream.of(-48, -2, -1, 0, 1, 2, 48)
            .boxed()
            .flatMap(
                count ->
                    Stream.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1))
                        .map(unit -> NOW.plus(unit.multipliedBy(count))));
    return Stream.concat(midnights, distances)
        .flatMap(time -> Stream.of(time.minusSeconds(1), time, time.plusSeconds(1)));
  }

  private static boolean matches(CompiledCondition condition, Instant time) {
    return condition
        .matches(AttributeValues.of(ATTRIBUTES, Map.of(ATTRIBUTE, time)), NOW)
        .isMatched();
  }
}
