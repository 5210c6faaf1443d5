package io.parley.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a plan to a person. */
final class PlanText {

  private static final String NONE = "(none)";

  private PlanText() {}

  static String of(Plan plan) {
    if (plan.isEmpty()) {
      return "No changes: version " + Printable.of(plan.version()) + " is as the document says.\n";
    }
    StringBuilder text = new StringBuilder();
    for (Plan.Change change : plan.changes()) {
      text.append(change.action().sign()).append(' ');
      text.append(Printable.of(change.kind() + " " + change.key())).append('\n');
      for (Plan.Difference difference : change.differences()) {
        text.append("    ").append(Printable.of(line(change.action(), difference))).append('\n');
      }
    }
    return text.append(total(plan)).toString();
  }

  private static String line(Plan.Action action, Plan.Difference difference) {
    String before = value(difference.before());
    String after = value(difference.after());
    return difference.pointer()
        + ": "
        + switch (action) {
          case CREATE -> after;
          case REPLACE -> before + " -> " + after;
          case DELETE -> before;
        };
  }

  private static String value(@Nullable JsonNode value) {
    return value == null || value.isNull() ? NONE : value.toString();
  }

  private static String total(Plan plan) {
    return Arrays.stream(Plan.Action.values())
        .map(
            action ->
                plan.changes().stream().filter(c -> c.action() == action).count()
                    + " "
                    + action.words())
        .collect(
            Collectors.joining(
                ", ", "", "; against version " + Printable.of(plan.version()) + ".\n"));
  }
}
