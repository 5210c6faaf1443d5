package io.parley.platform.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelReference;
import io.parley.events.configuration.Condition;
import io.parley.events.configuration.RuleCondition;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the conditions of rules, structured ones by way of CEL (architecture §6). Making one
 * costs some milliseconds, so keep it as long as the attributes are the same. Thread-safe.
 */
public final class ConditionCompiler {

  private final Attributes attributes;
  private final CelEnvironment environment;
  private final CelSource sources;
  private final ExpressionFindings expressionFindings;
  private final Map<String, String> attributesByVariable = new HashMap<>();

  /**
   * A compiler for rules about these attributes.
   *
   * @param zone the organisation's time zone, in which days begin
   */
  public ConditionCompiler(Attributes attributes, ZoneId zone) {
    this.attributes = attributes;
    this.environment = new CelEnvironment(attributes, zone);
    this.sources = new CelSource(attributes);
    this.expressionFindings = new ExpressionFindings(attributes);
    attributes
        .all()
        .forEach(
            attribute ->
                attributesByVariable.put(
                    attributes.celName(attribute).variable(), attribute.name()));
  }

  /** The attributes that conditions may ask about. */
  public Attributes attributes() {
    return attributes;
  }

  /**
   * Checks and compiles a condition.
   *
   * @param condition if there is none, the result always matches
   * @param pointer where the condition stands; the findings' pointers begin with it
   */
  public Compilation compile(@Nullable RuleCondition condition, String pointer) {
    return switch (condition) {
      case null -> compile("true", pointer);
      case Condition structured -> {
        List<RuleFinding> findings = ConditionCheck.findings(structured, attributes, pointer);
        yield findings.isEmpty()
            ? compile(sources.of(structured), pointer)
            : new Compilation.Refused(findings);
      }
      case RuleCondition.Expression stated ->
          expression(stated.expression(), pointer + "/expression");
    };
  }

  private Compilation expression(String expression, String pointer) {
    if (expression.isBlank()) {
      return refused(pointer, "the expression is empty");
    }
    return expression.length() > RuleCondition.Expression.MAX_LENGTH
        ? refused(
            pointer,
            "the expression is longer than " + RuleCondition.Expression.MAX_LENGTH + " characters")
        : compile(expression, pointer);
  }

  private Compilation compile(String source, String pointer) {
    CelValidationResult checked = environment.check(source);
    if (checked.hasError()) {
      return new Compilation.Refused(expressionFindings.of(checked.getErrors(), source, pointer));
    }
    try {
      CelAbstractSyntaxTree tree = checked.getAst();
      return new Compilation.Compiled(
          new CompiledCondition(source, environment.program(tree), attributesOf(tree)));
    } catch (CelValidationException e) {
      throw new IllegalStateException("an expression without errors has errors", e);
    }
  }

  private Map<String, String> attributesOf(CelAbstractSyntaxTree tree) {
    Map<String, String> used = new HashMap<>();
    for (CelReference reference : tree.getReferenceMap().values()) {
      String attribute = attributesByVariable.get(reference.name());
      if (attribute != null) {
        used.put(reference.name(), attribute);
      }
    }
    return used;
  }

  private static Compilation refused(String pointer, String message) {
    return new Compilation.Refused(List.of(new RuleFinding(pointer, message)));
  }
}
