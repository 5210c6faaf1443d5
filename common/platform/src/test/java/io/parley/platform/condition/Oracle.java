package io.parley.platform.condition;

import io.parley.events.configuration.Condition;
import io.parley.events.configuration.ConditionOperator;
import io.parley.events.configuration.ConditionValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says directly, without CEL, whether a condition holds; written from the domain file. */
final class Oracle {

  private final Map<String, Object> values;
  private final Instant now;
  private final ZoneId zone;

  Oracle(Map<String, Object> values, Instant now, ZoneId zone) {
    this.values = values;
    this.now = now;
    this.zone = zone;
  }

  boolean holds(Condition condition) {
    return switch (condition) {
      case Condition.All group -> group.all().stream().allMatch(this::holds);
      case Condition.Any group -> group.any().stream().anyMatch(this::holds);
      case Condition.Row row -> holds(row);
    };
  }

  private boolean holds(Condition.Row row) {
    Object value = values.get(row.attribute());
    List<?> operands =
        row.operands().stream()
            .map(
                operand ->
                    switch (operand) {
                      case ConditionValue.Text text -> text.text();
                      case ConditionValue.Numeric number -> number.number().doubleValue();
                      case ConditionValue.YesNo yesNo -> yesNo.yes();
                    })
            .toList();
    boolean empty = value == null || value.equals("") || value.equals(List.of());
    return switch (row.operator()) {
      case CONTAINS_DATA -> !empty;
      case DOES_NOT_CONTAIN_DATA -> empty;
      case DOES_NOT_EQUAL -> empty || !positive(ConditionOperator.EQUALS, value, operands);
      case DOES_NOT_CONTAIN -> empty || !positive(ConditionOperator.CONTAINS, value, operands);
      case DOES_NOT_BEGIN_WITH ->
          empty || !positive(ConditionOperator.BEGINS_WITH, value, operands);
      case DOES_NOT_END_WITH -> empty || !positive(ConditionOperator.ENDS_WITH, value, operands);
      case DOES_NOT_CONTAIN_VALUES ->
          empty || !positive(ConditionOperator.CONTAINS_VALUES, value, operands);
      default -> !empty && positive(row.operator(), value, operands);
    };
  }

  private boolean positive(ConditionOperator operator, @Nullable Object value, List<?> operands) {
    return switch (value) {
      case String text -> text(operator, text, operands);
      case Double number -> number(operator, number, (Double) operands.getFirst());
      case Boolean yes -> yes.equals(operands.getFirst());
      case List<?> keys ->
          operator == ConditionOperator.EQUALS
              ? Set.copyOf(keys).equals(new HashSet<>(operands))
              : keys.stream().anyMatch(operands::contains);
      case Instant time -> time(operator, time, operands);
      case null, default -> throw new IllegalArgumentException("no such value: " + value);
    };
  }

  private static boolean text(ConditionOperator operator, String text, List<?> operands) {
    BiPredicate<String, String> compares =
        switch (operator) {
          case EQUALS, IN_LIST -> String::equals;
          case CONTAINS -> String::contains;
          case BEGINS_WITH -> String::startsWith;
          case ENDS_WITH -> String::endsWith;
          default -> throw new IllegalArgumentException(operator.name());
        };
    return operands.stream().anyMatch(part -> compares.test(fold(text), fold((String) part)));
  }

  private static String fold(String text) {
    return text.codePoints()
        .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static boolean number(ConditionOperator operator, double one, double other) {
    return switch (operator) {
      case EQUALS -> one == other;
      case GREATER_THAN -> one > other;
      case GREATER_OR_EQUAL -> one >= other;
      case LESS_THAN -> one < other;
      case LESS_OR_EQUAL -> one <= other;
      default -> throw new IllegalArgumentException(operator.name());
    };
  }

  private boolean time(ConditionOperator operator, Instant time, List<?> operands) {
    LocalDate day = LocalDate.ofInstant(time, zone);
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (operands.isEmpty()) {
      return switch (operator) {
        case TODAY -> day.equals(today);
        case YESTERDAY -> day.equals(today.minusDays(1));
        case TOMORROW -> day.equals(today.plusDays(1));
        case THIS_WEEK -> week(day).equals(week(today));
        case LAST_WEEK -> week(day).equals(week(today.minusWeeks(1)));
        case NEXT_WEEK -> week(day).equals(week(today.plusWeeks(1)));
        case THIS_MONTH -> YearMonth.from(day).equals(YearMonth.from(today));
        case LAST_MONTH -> YearMonth.from(day).equals(YearMonth.from(today).minusMonths(1));
        case NEXT_MONTH -> YearMonth.from(day).equals(YearMonth.from(today).plusMonths(1));
        case THIS_YEAR -> day.getYear() == today.getYear();
        case LAST_YEAR -> day.getYear() == today.getYear() - 1;
        case NEXT_YEAR -> day.getYear() == today.getYear() + 1;
        default -> throw new IllegalArgumentException(operator.name());
      };
    }
    if (operands.getFirst() instanceof String stated) {
      int order = day.compareTo(LocalDate.parse(stated));
      return switch (operator) {
        case ON_DAY -> order == 0;
        case ON_OR_AFTER -> order >= 0;
        case ON_OR_BEFORE -> order <= 0;
        default -> throw new IllegalArgumentException(operator.name());
      };
    }
    long count = ((Double) operands.getFirst()).longValue();
    Duration ago = Duration.between(time, now);
    return switch (operator) {
      case LAST_X_MINUTES -> !ago.isNegative() && ago.compareTo(Duration.ofMinutes(count)) <= 0;
      case LAST_X_HOURS -> !ago.isNegative() && ago.compareTo(Duration.ofHours(count)) <= 0;
      case LAST_X_DAYS -> !ago.isNegative() && !day.isBefore(today.minusDays(count));
      case NEXT_X_MINUTES ->
          !ago.isPositive() && ago.negated().compareTo(Duration.ofMinutes(count)) <= 0;
      case NEXT_X_HOURS ->
          !ago.isPositive() && ago.negated().compareTo(Duration.ofHours(count)) <= 0;
      case NEXT_X_DAYS -> !ago.isPositive() && !day.isAfter(today.plusDays(count));
      case OLDER_THAN_X_MINUTES -> ago.compareTo(Duration.ofMinutes(count)) > 0;
      case OLDER_THAN_X_HOURS -> ago.compareTo(Duration.ofHours(count)) > 0;
      case OLDER_THAN_X_DAYS -> day.isBefore(today.minusDays(count));
      default -> throw new IllegalArgumentException(operator.name());
    };
  }

  private static List<Integer> week(LocalDate day) {
    return List.of(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
