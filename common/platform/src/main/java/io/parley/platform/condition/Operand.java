package io.parley.platform.condition;

import io.parley.events.configuration.Condition;
import io.parley.events.configuration.ConditionOperator;
import io.parley.events.configuration.ConditionValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What stands at the right side of an operator. */
enum Operand {
  NOTHING,
  TEXT,
  NUMBER,
  YES_NO,
  CHOICE,
  DAY,
  /** How many minutes, hours or days. */
  COUNT;

  private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(10_000);

  /** What this operator compares an attribute of this type with. */
  static Operand of(AttributeType type, ConditionOperator operator) {
    return switch (operator) {
      case CONTAINS_DATA, DOES_NOT_CONTAIN_DATA -> NOTHING;
      case TODAY, YESTERDAY, TOMORROW -> NOTHING;
      case THIS_WEEK, LAST_WEEK, NEXT_WEEK -> NOTHING;
      case THIS_MONTH, LAST_MONTH, NEXT_MONTH -> NOTHING;
      case THIS_YEAR, LAST_YEAR, NEXT_YEAR -> NOTHING;
      case LAST_X_MINUTES, LAST_X_HOURS, LAST_X_DAYS -> COUNT;
      case NEXT_X_MINUTES, NEXT_X_HOURS, NEXT_X_DAYS -> COUNT;
      case OLDER_THAN_X_MINUTES, OLDER_THAN_X_HOURS, OLDER_THAN_X_DAYS -> COUNT;
      case ON_DAY, ON_OR_AFTER, ON_OR_BEFORE -> DAY;
      case GREATER_THAN, GREATER_OR_EQUAL, LESS_THAN, LESS_OR_EQUAL -> NUMBER;
      case CONTAINS, DOES_NOT_CONTAIN, BEGINS_WITH, DOES_NOT_BEGIN_WITH -> TEXT;
      case ENDS_WITH, DOES_NOT_END_WITH -> TEXT;
      case IN_LIST, CONTAINS_VALUES, DOES_NOT_CONTAIN_VALUES -> CHOICE;
      case EQUALS, DOES_NOT_EQUAL -> of(type);
    };
  }

  /** What a value of this type is. */
  static Operand of(AttributeType type) {
    return switch (type) {
      case TEXT -> TEXT;
      case NUMBER -> NUMBER;
      case CHOICE, MULTI_CHOICE, SKILLS -> CHOICE;
      case YES_NO -> YES_NO;
      case DATE_TIME -> DAY;
    };
  }

  /** Whether an operator takes several values. */
  static boolean several(AttributeType type, ConditionOperator operator) {
    return switch (of(type, operator)) {
      case NOTHING, NUMBER, YES_NO, DAY, COUNT -> false;
      case TEXT -> true;
      case CHOICE -> type.isSet() || operator == ConditionOperator.IN_LIST;
    };
  }

  /** What is wrong with a value that stands where this is expected. */
  Optional<String> fault(Attribute attribute, ConditionValue value) {
    return switch (this) {
      case NOTHING -> Optional.of("no value is expected");
      case TEXT ->
          value instanceof ConditionValue.Text text
              ? textFault(text.text())
              : Optional.of("a text is expected; put it in quotes");
      case CHOICE ->
          value instanceof ConditionValue.Text text
              ? textFault(text.text()).or(() -> choiceFault(attribute, text.text()))
              : Optional.of("a key is expected, as text");
      case YES_NO ->
          value instanceof ConditionValue.YesNo
              ? Optional.empty()
              : Optional.of("true or false is expected");
      case NUMBER ->
          value instanceof ConditionValue.Numeric number
              ? numberFault(number.number())
              : Optional.of("a number is expected");
      case COUNT ->
          value instanceof ConditionValue.Numeric number && isCount(number.number())
              ? Optional.empty()
              : Optional.of("a whole number from 1 to " + MAX_COUNT + " is expected");
      case DAY ->
          value instanceof ConditionValue.Text text && isDay(text.text())
              ? Optional.empty()
              : Optional.of("a day such as 2026-11-20 is expected");
    };
  }

  private static Optional<String> textFault(String text) {
    if (text.isEmpty()) {
      return Optional.of("the text is empty; DOES_NOT_CONTAIN_DATA asks for a missing value");
    }
    if (text.length() > Condition.MAX_VALUE_LENGTH) {
      return Optional.of("the text is longer than " + Condition.MAX_VALUE_LENGTH + " characters");
    }
    return StandardCharsets.UTF_8.newEncoder().canEncode(text)
        ? Optional.empty()
        : Optional.of("the text is not valid Unicode");
  }

  private static Optional<String> choiceFault(Attribute attribute, String key) {
    if (attribute.choices().isEmpty() || attribute.choices().contains(key)) {
      return Optional.empty();
    }
    return Optional.of(
        attribute.name()
            + " has no such value; it is one of "
            + String.join(", ", attribute.choices()));
  }

  private static Optional<String> numberFault(BigDecimal number) {
    return number.abs().compareTo(ConditionValue.Numeric.MAX) <= 0
        ? Optional.empty()
        : Optional.of("the number is further from zero than " + ConditionValue.Numeric.MAX);
  }

  private static boolean isCount(BigDecimal number) {
    return number.compareTo(BigDecimal.ONE) >= 0
        && number.compareTo(MAX_COUNT) <= 0
        && number.stripTrailingZeros().scale() <= 0;
  }

  private static boolean isDay(String text) {
    try {
      int year = LocalDate.parse(text).getYear();
      return year >= 1 && year <= 9999;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
