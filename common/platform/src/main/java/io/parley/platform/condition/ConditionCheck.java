package io.parley.platform.condition;

import io.parley.events.configuration.Condition;
import io.parley.events.configuration.ConditionOperator;
import io.parley.events.configuration.ConditionValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks one structured condition; an object serves one check. */
final class ConditionCheck {

  private final Attributes attributes;
  private final List<RuleFinding> findings = new ArrayList<>();
  private int rows;
  private int textLength;

  private ConditionCheck(Attributes attributes) {
    this.attributes = attributes;
  }

  /** What is wrong with a condition; empty if nothing is. */
  static List<RuleFinding> findings(Condition condition, Attributes attributes, String pointer) {
    ConditionCheck check = new ConditionCheck(attributes);
    check.check(condition, pointer, 0);
    check.checkSize(pointer);
    return List.copyOf(check.findings);
  }

  private void check(Condition condition, String pointer, int depth) {
    switch (condition) {
      case Condition.All group -> group(group.all(), pointer, "/all", depth);
      case Condition.Any group -> group(group.any(), pointer, "/any", depth);
      case Condition.Row row -> row(row, pointer);
    }
  }

  private void group(List<Condition> members, String pointer, String field, int depth) {
    if (depth == Condition.MAX_DEPTH) {
      findings.add(
          new RuleFinding(pointer, "groups are nested deeper than " + Condition.MAX_DEPTH));
    } else if (members.isEmpty()) {
      findings.add(new RuleFinding(pointer + field, "a group needs at least one condition"));
    } else if (members.size() > Condition.MAX_ROWS) {
      rows += members.size();
    } else {
      for (int i = 0; i < members.size(); i++) {
        check(members.get(i), pointer + field + "/" + i, depth + 1);
      }
    }
  }

  private void row(Condition.Row row, String pointer) {
    rows++;
    if (rows > Condition.MAX_ROWS) {
      return;
    }
    Optional<Attribute> attribute = attributes.find(row.attribute());
    if (attribute.isEmpty()) {
      findings.add(unknown(attributes, row.attribute(), pointer + "/attribute"));
    } else if (!attribute.get().type().operators().contains(row.operator())) {
      findings.add(operatorDoesNotFit(row.operator(), attribute.get(), pointer + "/operator"));
    } else {
      operands(row, attribute.get(), pointer);
    }
  }

  static RuleFinding unknown(Attributes attributes, String name, String pointer) {
    return new RuleFinding(
        pointer,
        "no attribute has this name"
            + attributes.nearest(name).map(near -> "; did you mean " + near + "?").orElse(""));
  }

  private static RuleFinding operatorDoesNotFit(
      ConditionOperator operator, Attribute attribute, String pointer) {
    String known =
        String.join(", ", attribute.type().operators().stream().sorted().map(Enum::name).toList());
    return new RuleFinding(
        pointer, operator + " does not compare " + attribute.type() + "; these do: " + known);
  }

  private void operands(Condition.Row row, Attribute attribute, String pointer) {
    Operand expected = Operand.of(attribute.type(), row.operator());
    List<ConditionValue> operands = row.operands();
    if (row.value() != null && row.values() != null) {
      findings.add(new RuleFinding(pointer + "/values", "give either value or values"));
    } else if (expected == Operand.NOTHING && (row.value() != null || row.values() != null)) {
      String field = row.value() == null ? "/values" : "/value";
      findings.add(new RuleFinding(pointer + field, row.operator() + " takes no value"));
    } else if (expected != Operand.NOTHING && operands.isEmpty()) {
      findings.add(new RuleFinding(pointer + "/value", row.operator() + " needs a value"));
    } else if (row.values() != null && !Operand.several(attribute.type(), row.operator())) {
      findings.add(
          new RuleFinding(pointer + "/values", row.operator() + " takes one value, as value"));
    } else if (operands.size() > Condition.MAX_VALUES) {
      findings.add(
          new RuleFinding(pointer + "/values", "more than " + Condition.MAX_VALUES + " values"));
    } else {
      for (int i = 0; i < operands.size(); i++) {
        String place = row.value() == null ? pointer + "/values/" + i : pointer + "/value";
        operand(expected, attribute, operands.get(i), place);
      }
    }
  }

  private void operand(
      Operand expected, Attribute attribute, ConditionValue value, String pointer) {
    if (value instanceof ConditionValue.Text text) {
      textLength += Math.min(text.text().length(), Condition.MAX_TEXT_LENGTH);
    }
    expected
        .fault(attribute, value)
        .ifPresent(message -> findings.add(new RuleFinding(pointer, message)));
  }

  private void checkSize(String pointer) {
    if (rows > Condition.MAX_ROWS) {
      findings.add(
          new RuleFinding(pointer, "more than " + Condition.MAX_ROWS + " conditions in one rule"));
    }
    if (textLength > Condition.MAX_TEXT_LENGTH) {
      findings.add(
          new RuleFinding(
              pointer,
              "the texts of one rule are longer than "
                  + Condition.MAX_TEXT_LENGTH
                  + " characters together"));
    }
  }
}
