package io.parley.admin.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** JSON merge patch (RFC 7396). Pure. */
final class MergePatch {

  private MergePatch() {}

  /** The target, changed in place. */
  static ObjectNode applied(ObjectNode target, ObjectNode patch) {
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      JsonNode value = field.getValue();
      if (value.isNull()) {
        target.remove(field.getKey());
      } else if (value instanceof ObjectNode inner) {
        ObjectNode present =
            target.get(field.getKey()) instanceof ObjectNode object ? object : target.objectNode();
        target.set(field.getKey(), applied(present, inner));
      } else {
        target.set(field.getKey(), value.deepCopy());
      }
    }
    return target;
  }
}
