package io.parley.events.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A structured condition: rows, in groups of which all or any must hold
 * (domain/workstreams-and-routing.md §4). The limits named here are checked where rules are
 * accepted, so that each fault can be pointed at.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(Condition.All.class),
  @JsonSubTypes.Type(Condition.Any.class),
  @JsonSubTypes.Type(Condition.Row.class)
})
public sealed interface Condition extends RuleCondition {

  /** Most groups within each other. */
  int MAX_DEPTH = 8;

  /** Most rows in one rule. */
  int MAX_ROWS = 100;

  /** Most values in one row. */
  int MAX_VALUES = 100;

  /** Longest text of one value, in characters. */
  int MAX_VALUE_LENGTH = 1_000;

  /** Longest text of all values of one rule together, in characters. */
  int MAX_TEXT_LENGTH = 20_000;

  /** Each of these must hold. */
  record All(List<Condition> all) implements Condition {

    public All {
      all = List.copyOf(all);
    }
  }

  /** At least one of these must hold. */
  record Any(List<Condition> any) implements Condition {

    public Any {
      any = List.copyOf(any);
    }
  }

  /**
   * One comparison.
   *
   * @param attribute name of an attribute, such as {@code customer.country}
   * @param operator how it compares
   * @param value what it is compared with, for operators that take a value
   * @param values what it is compared with, for operators that take several; given instead of
   *     {@code value}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(
      String attribute,
      ConditionOperator operator,
      @Nullable ConditionValue value,
      @Nullable List<ConditionValue> values)
      implements Condition {

    public Row {
      Objects.requireNonNull(attribute, "attribute is missing");
      Objects.requireNonNull(operator, "operator is missing");
      values = values == null ? null : List.copyOf(values);
    }

    /** A comparison with these values, written in the shortest form. */
    public static Row of(String attribute, ConditionOperator operator, ConditionValue... values) {
      return switch (values.length) {
        case 0 -> new Row(attribute, operator, null, null);
        case 1 -> new Row(attribute, operator, values[0], null);
        default -> new Row(attribute, operator, null, List.of(values));
      };
    }

    /** Everything it is compared with, however it was given. */
    public List<ConditionValue> operands() {
      return Stream.concat(
              Stream.ofNullable(value), Stream.ofNullable(values).flatMap(List::stream))
          .toList();
    }
  }
}
