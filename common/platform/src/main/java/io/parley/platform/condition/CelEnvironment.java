package io.parley.platform.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.ZoneId;

/**
 * CEL with one variable for each attribute, so that a misspelt name or a comparison of a text with
 * a number is found when the rule is written. An attribute without a value is {@code null}, a set
 * of values without any is empty.
 */
final class CelEnvironment {

  /** The time of the evaluation. */
  static final String NOW = "now";

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .enableQuotedIdentifierSyntax(true)
          .evaluateCanonicalTypesToNativeValues(true)
          // Structured conditions become long; expressions have a narrower limit of their own.
          .maxExpressionCodePointSize(1_000_000)
          .maxParseRecursionDepth(100)
          .maxParseErrorRecoveryLimit(5)
          .comprehensionMaxIterations(200)
          .maxRegexProgramSize(1_000)
          .build();

  private final CelCompiler compiler;
  private final CelRuntime runtime;

  CelEnvironment(Attributes attributes, ZoneId zone) {
    ConditionFunctions functions = new ConditionFunctions(zone);
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addFunctionDeclarations(functions.declarations())
            .addVar(NOW, SimpleType.TIMESTAMP)
            .setResultType(SimpleType.BOOL);
    attributes
        .all()
        .forEach(
            attribute -> builder.addVar(attributes.celName(attribute).variable(), type(attribute)));
    this.compiler = builder.build();
    this.runtime =
        CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(functions.bindings())
            .build();
  }

  CelValidationResult check(String source) {
    return compiler.compile(source);
  }

  CelRuntime.Program program(CelAbstractSyntaxTree checked) {
    try {
      return runtime.createProgram(checked);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("a checked expression makes no program", e);
    }
  }

  private static CelType type(Attribute attribute) {
    return switch (attribute.type()) {
      case TEXT, CHOICE -> NullableType.create(SimpleType.STRING);
      case NUMBER -> NullableType.create(SimpleType.DOUBLE);
      case YES_NO -> NullableType.create(SimpleType.BOOL);
      case DATE_TIME -> SimpleType.TIMESTAMP;
      case MULTI_CHOICE, SKILLS -> ListType.create(SimpleType.STRING);
    };
  }
}
