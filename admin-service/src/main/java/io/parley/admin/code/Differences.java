package io.parley.admin.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two trees. Objects are compared by key, whatever the order; arrays by
 * position; numbers by value. A field that is null is as good as none.
 */
public final class Differences {

  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  /** The smallest values that differ: those of before in its order, then what is new. */
  public static List<Difference> between(JsonNode before, JsonNode after) {
    Differences differences = new Differences();
    differences.compare(Path.ROOT, given(before), given(after));
    return List.copyOf(differences.found);
  }

  private void compare(Path path, @Nullable JsonNode before, @Nullable JsonNode after) {
    if (before == null || after == null) {
      if (before != null || after != null) {
        found.add(new Difference(path.pointer(), before, after));
      }
    } else if (before.isObject() && after.isObject()) {
      Set<String> fields = new LinkedHashSet<>();
      before.fieldNames().forEachRemaining(fields::add);
      after.fieldNames().forEachRemaining(fields::add);
      for (String field : fields) {
        compare(path.to(field), given(before.get(field)), given(after.get(field)));
      }
    } else if (before.isArray() && after.isArray()) {
      for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
        compare(path.to(i), before.get(i), after.get(i));
      }
    } else if (!same(before, after)) {
      found.add(new Difference(path.pointer(), before, after));
    }
  }

  private static @Nullable JsonNode given(@Nullable JsonNode node) {
    return node == null || node.isNull() || node.isMissingNode() ? null : node;
  }

  private static boolean same(JsonNode before, JsonNode after) {
    if (before.isNumber() && after.isNumber()) {
      return before.decimalValue().compareTo(after.decimalValue()) == 0;
    }
    return before.equals(after);
  }
}
