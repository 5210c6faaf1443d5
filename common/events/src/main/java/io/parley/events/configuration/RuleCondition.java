package io.parley.events.configuration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;

/**
 * When a rule applies: rows in groups, or an expression for experts (issue 5). JSON tells them
 * apart by their fields: {@code {all: […]}}, {@code {any: […]}}, a row, or {@code {expression:
 * "…"}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(Condition.All.class),
  @JsonSubTypes.Type(Condition.Any.class),
  @JsonSubTypes.Type(Condition.Row.class),
  @JsonSubTypes.Type(RuleCondition.Expression.class)
})
public sealed interface RuleCondition permits Condition, RuleCondition.Expression {

  /**
   * A condition in the Common Expression Language that results in yes or no.
   *
   * @param expression at most {@value #MAX_LENGTH} characters
   */
  record Expression(String expression) implements RuleCondition {

    /** Longest expression, in characters. */
    public static final int MAX_LENGTH = 4_000;

    public Expression {
      Objects.requireNonNull(expression, "expression is missing");
    }
  }
}
