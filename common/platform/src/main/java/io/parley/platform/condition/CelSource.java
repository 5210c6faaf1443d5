package io.parley.platform.condition;

import io.parley.events.configuration.Condition;
import io.parley.events.configuration.ConditionValue;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes structured conditions as CEL. Negated operators are the exact negation, so that a missing
 * value fulfils them. Only for conditions in which {@link ConditionCheck} finds nothing.
 */
final class CelSource {

  private final Attributes attributes;

  CelSource(Attributes attributes) {
    this.attributes = attributes;
  }

  String of(Condition condition) {
    return switch (condition) {
      case Condition.All group -> group(group.all(), " && ");
      case Condition.Any group -> group(group.any(), " || ");
      case Condition.Row row -> row(row);
    };
  }

  private String group(List<Condition> members, String operator) {
    return members.size() == 1
        ? of(members.getFirst())
        : members.stream().map(this::of).collect(Collectors.joining(operator, "(", ")"));
  }

  private String row(Condition.Row row) {
    Attribute attribute = attributes.find(row.attribute()).orElseThrow();
    String left = attributes.celName(attribute).source();
    List<ConditionValue> operands = row.operands();
    return switch (row.operator()) {
      case EQUALS -> equal(attribute, operands);
      case DOES_NOT_EQUAL -> "!" + equal(attribute, operands);
      case CONTAINS -> text(left, ConditionFunctions.CONTAINS, operands);
      case DOES_NOT_CONTAIN -> "!" + text(left, ConditionFunctions.CONTAINS, operands);
      case BEGINS_WITH -> text(left, ConditionFunctions.BEGINS_WITH, operands);
      case DOES_NOT_BEGIN_WITH -> "!" + text(left, ConditionFunctions.BEGINS_WITH, operands);
      case ENDS_WITH -> text(left, ConditionFunctions.ENDS_WITH, operands);
      case DOES_NOT_END_WITH -> "!" + text(left, ConditionFunctions.ENDS_WITH, operands);
      case CONTAINS_DATA -> hasData(attribute, left);
      case DOES_NOT_CONTAIN_DATA -> "!" + hasData(attribute, left);
      case GREATER_THAN -> ifPresent(left, left + " > " + one(operands));
      case GREATER_OR_EQUAL -> ifPresent(left, left + " >= " + one(operands));
      case LESS_THAN -> ifPresent(left, left + " < " + one(operands));
      case LESS_OR_EQUAL -> ifPresent(left, left + " <= " + one(operands));
      case IN_LIST -> "(" + left + " in " + list(operands) + ")";
      case CONTAINS_VALUES -> anyOf(left, operands);
      case DOES_NOT_CONTAIN_VALUES -> "!" + anyOf(left, operands);
      case ON_DAY -> day(left, "==", dayOf(one(operands)));
      case ON_OR_AFTER -> day(left, ">=", dayOf(one(operands)));
      case ON_OR_BEFORE -> day(left, "<=", dayOf(one(operands)));
      case TODAY -> relative(ConditionFunctions.DAY, left, "");
      case YESTERDAY -> relative(ConditionFunctions.DAY, left, " - 1");
      case TOMORROW -> relative(ConditionFunctions.DAY, left, " + 1");
      case THIS_WEEK -> relative(ConditionFunctions.WEEK, left, "");
      case LAST_WEEK -> relative(ConditionFunctions.WEEK, left, " - 1");
      case NEXT_WEEK -> relative(ConditionFunctions.WEEK, left, " + 1");
      case THIS_MONTH -> relative(ConditionFunctions.MONTH, left, "");
      case LAST_MONTH -> relative(ConditionFunctions.MONTH, left, " - 1");
      case NEXT_MONTH -> relative(ConditionFunctions.MONTH, left, " + 1");
      case THIS_YEAR -> relative(ConditionFunctions.YEAR, left, "");
      case LAST_YEAR -> relative(ConditionFunctions.YEAR, left, " - 1");
      case NEXT_YEAR -> relative(ConditionFunctions.YEAR, left, " + 1");
      case LAST_X_MINUTES -> last(left, duration(operands, "m"));
      case LAST_X_HOURS -> last(left, duration(operands, "h"));
      case NEXT_X_MINUTES -> next(left, duration(operands, "m"));
      case NEXT_X_HOURS -> next(left, duration(operands, "h"));
      case OLDER_THAN_X_MINUTES -> older(left, duration(operands, "m"));
      case OLDER_THAN_X_HOURS -> older(left, duration(operands, "h"));
      case LAST_X_DAYS ->
          ifPresent(left, left + " <= now && dayOf(" + left + ") >= " + daysFromNow("-", operands));
      case NEXT_X_DAYS ->
          ifPresent(left, left + " >= now && dayOf(" + left + ") <= " + daysFromNow("+", operands));
      case OLDER_THAN_X_DAYS -> day(left, "<", daysFromNow("-", operands));
    };
  }

  private String equal(Attribute attribute, List<ConditionValue> operands) {
    String left = attributes.celName(attribute).source();
    return switch (attribute.type()) {
      case TEXT -> text(left, ConditionFunctions.EQUALS, operands);
      case NUMBER, CHOICE, YES_NO -> "(" + left + " == " + one(operands) + ")";
      case MULTI_CHOICE, SKILLS -> exactly(left, operands);
      case DATE_TIME -> throw new IllegalArgumentException("times have no EQUALS");
    };
  }

  private static String text(String left, String function, List<ConditionValue> operands) {
    String right = operands.size() == 1 ? one(operands) : list(operands);
    return left + "." + function + "(" + right + ")";
  }

  private static String exactly(String left, List<ConditionValue> operands) {
    List<ConditionValue> keys = operands.stream().distinct().toList();
    return keys.stream()
        .map(key -> literal(key) + " in " + left)
        .collect(Collectors.joining(" && ", "(size(" + left + ") == " + keys.size() + " && ", ")"));
  }

  private static String anyOf(String left, List<ConditionValue> operands) {
    return operands.stream()
        .distinct()
        .map(key -> literal(key) + " in " + left)
        .collect(Collectors.joining(" || ", "(", ")"));
  }

  private static String hasData(Attribute attribute, String left) {
    return attribute.type().isSet() ? "(size(" + left + ") > 0)" : "(" + left + " != null)";
  }

  private static String ifPresent(String left, String comparison) {
    return "(" + left + " != null && " + comparison + ")";
  }

  private static String day(String left, String comparison, String right) {
    return ifPresent(left, "dayOf(" + left + ") " + comparison + " " + right);
  }

  private static String relative(String function, String left, String shift) {
    return ifPresent(left, function + "(" + left + ") == " + function + "(now)" + shift);
  }

  private static String last(String left, String duration) {
    return ifPresent(left, left + " <= now && " + left + " >= now - " + duration);
  }

  private static String next(String left, String duration) {
    return ifPresent(left, left + " >= now && " + left + " <= now + " + duration);
  }

  private static String older(String left, String duration) {
    return ifPresent(left, left + " < now - " + duration);
  }

  private static String dayOf(String literal) {
    return ConditionFunctions.DAY + "(" + literal + ")";
  }

  private static String daysFromNow(String sign, List<ConditionValue> operands) {
    return "dayOf(now) " + sign + " " + count(operands);
  }

  private static String duration(List<ConditionValue> operands, String unit) {
    return "duration(\"" + count(operands) + unit + "\")";
  }

  private static int count(List<ConditionValue> operands) {
    return ((ConditionValue.Numeric) operands.getFirst()).number().intValueExact();
  }

  private static String one(List<ConditionValue> operands) {
    return literal(operands.getFirst());
  }

  private static String list(List<ConditionValue> operands) {
    return operands.stream().map(CelSource::literal).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String literal(ConditionValue value) {
    return CelLiteral.of(value);
  }
}
