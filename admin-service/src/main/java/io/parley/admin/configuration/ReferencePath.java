package io.parley.admin.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Where definitions of one kind refer to objects of another. From these paths come unknown
 * references, dependants, and the stable keys in configuration documents.
 *
 * @param path JSON pointer with {@code *} for every element of a list
 * @param target what kind of object stands there, as id
 */
public record ReferencePath(String path, Kind target) {

  private static final String EVERY = "*";

  /**
   * The references of a definition whose references are ids; texts that are no ids are left out.
   */
  List<Reference> in(ObjectNode body) {
    List<Reference> found = new ArrayList<>();
    replace(
        body,
        (pointer, value) -> {
          try {
            found.add(new Reference(pointer, target, UUID.fromString(value.asText())));
          } catch (IllegalArgumentException e) {
            // The one who reads the definition says what is wrong with it.
          }
          return value;
        });
    return found;
  }

  /**
   * Goes to each place, if there is a value, and puts another one there.
   *
   * @param replacement gets the pointer and the present value
   */
  void replace(ObjectNode body, BiFunction<String, JsonNode, JsonNode> replacement) {
    visit(body, path.substring(1).split("/"), 0, "", replacement);
  }

  private static void visit(
      JsonNode node,
      String[] steps,
      int depth,
      String pointer,
      BiFunction<String, JsonNode, JsonNode> replacement) {
    boolean last = depth == steps.length - 1;
    if (EVERY.equals(steps[depth]) && node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        String here = pointer + "/" + i;
        if (last) {
          array.set(i, replacement.apply(here, array.get(i)));
        } else {
          visit(array.get(i), steps, depth + 1, here, replacement);
        }
      }
    } else if (node instanceof ObjectNode object && object.hasNonNull(steps[depth])) {
      String here = pointer + Findings.step(steps[depth]);
      if (last) {
        object.set(steps[depth], replacement.apply(here, object.get(steps[depth])));
      } else {
        visit(object.get(steps[depth]), steps, depth + 1, here, replacement);
      }
    }
  }
}
