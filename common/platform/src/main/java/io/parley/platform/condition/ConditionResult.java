package io.parley.platform.condition;

import java.util.Set;

/** What the evaluation of a condition says; it never throws. */
public sealed interface ConditionResult {

  /** The condition holds. */
  record Matched() implements ConditionResult {}

  /**
   * The condition does not hold.
   *
   * @param withoutValue attributes that an expression needed and that had no value, so that there
   *     was nothing to compute; empty when the answer was a plain no
   */
  record NotMatched(Set<String> withoutValue) implements ConditionResult {

    public NotMatched {
      withoutValue = Set.copyOf(withoutValue);
    }
  }

  /**
   * An expression could not be computed.
   *
   * @param message what CEL says; it may quote values of the conversation, so it is not for logs
   */
  record Failed(String message) implements ConditionResult {}

  /** Whether the condition holds. */
  default boolean isMatched() {
    return this instanceof Matched;
  }
}
