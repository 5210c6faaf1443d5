package io.parley.platform.condition;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A condition ready to be evaluated: immutable, without side effects, bounded in time. */
public final class CompiledCondition {

  private static final ConditionResult MATCHED = new ConditionResult.Matched();
  private static final ConditionResult NOT_MATCHED = new ConditionResult.NotMatched(Set.of());

  private final String source;
  private final CelRuntime.Program program;
  private final Map<String, String> attributesByVariable;

  CompiledCondition(
      String source, CelRuntime.Program program, Map<String, String> attributesByVariable) {
    this.source = source;
    this.program = program;
    this.attributesByVariable = Map.copyOf(attributesByVariable);
  }

  /**
   * Whether it holds.
   *
   * @param values of the attributes it was compiled for
   * @param now what relative dates are relative to, the years 1 to 9999
   */
  public ConditionResult matches(AttributeValues values, Instant now) {
    try {
      Object result = program.eval(name -> Optional.of(variable(name, values, now)));
      return Boolean.TRUE.equals(result)
          ? MATCHED
          : result instanceof Boolean ? NOT_MATCHED : unknown(values, "no result");
    } catch (CelEvaluationException | RuntimeException e) {
      return unknown(values, Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
  }

  /** The condition as a CEL expression. */
  public String source() {
    return source;
  }

  /** Names of the attributes it asks about. */
  public Set<String> attributes() {
    return Set.copyOf(attributesByVariable.values());
  }

  private Object variable(String name, AttributeValues values, Instant now) {
    return name.equals(CelEnvironment.NOW) ? now : values.variable(name);
  }

  /** As in SQL, what cannot be computed for want of a value does not hold. */
  private ConditionResult unknown(AttributeValues values, String message) {
    Set<String> withoutValue =
        attributesByVariable.entrySet().stream()
            .filter(attribute -> values.variable(attribute.getKey()) == NullValue.NULL_VALUE)
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    return withoutValue.isEmpty()
        ? new ConditionResult.Failed(ExpressionFindings.brief(message))
        : new ConditionResult.NotMatched(withoutValue);
  }
}
