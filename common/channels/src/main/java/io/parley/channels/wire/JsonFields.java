package io.parley.channels.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object from outside. A field is named by its path from the top, with dots:
 * {@code status.code}, {@code errors.0}; or by its whole name, if that has dots itself. A field of
 * an unexpected type counts as missing; numbers and truth values count as texts.
 */
public final class JsonFields extends ReceivedFields {

  private static final Pattern ELEMENT = Pattern.compile("[0-9]{1,4}");

  private final JsonNode root;

  /** The fields of this object; of anything else there are none. */
  public JsonFields(JsonNode root) {
    this.root = root;
  }

  /** Whether there are no fields at all. */
  public boolean isEmpty() {
    return !root.isObject() || root.isEmpty();
  }

  /** All of it as JSON, the same for the same fields in the same order. */
  public String json() {
    return root.toString();
  }

  /** What is at a path; a missing node when there is nothing. It stays among the rest. */
  public JsonNode node(String path) {
    JsonNode node = root;
    for (String name : path.split("\\.", -1)) {
      node = node.isArray() ? element(node, name) : node.path(name);
    }
    return node.isMissingNode() ? root.path(path) : node;
  }

  /** Whether there is such a field or group of fields, whatever it holds. */
  public boolean has(String path) {
    JsonNode node = node(path);
    return !node.isMissingNode() && !node.isNull();
  }

  /** Keeps every value in a node, each by its path. */
  public static void keep(JsonNode node, String path, Predicate<String> isTaken, Attributes rest) {
    // Nothing below a path that is too long has a name that could be kept.
    if (isTaken.test(path) || path.length() > Attributes.LONGEST_NAME) {
      return;
    }
    String prefix = path.isEmpty() ? "" : path + ".";
    if (node.isObject()) {
      node.properties()
          .forEach(field -> keep(field.getValue(), prefix + field.getKey(), isTaken, rest));
    } else if (node.isArray()) {
      for (int index = 0; index < node.size(); index++) {
        keep(node.get(index), prefix + index, isTaken, rest);
      }
    } else {
      rest.keep(path, JsonBody.scalar(node));
    }
  }

  @Override
  protected @Nullable String value(String path) {
    JsonNode node = node(path);
    return node.isTextual() || node.isNumber() || node.isBoolean() ? node.asText() : null;
  }

  @Override
  protected void keepLeft(Predicate<String> isTaken, Attributes rest) {
    keep(root, "", isTaken, rest);
  }

  private static JsonNode element(JsonNode array, String index) {
    return ELEMENT.matcher(index).matches()
        ? array.path(Integer.parseInt(index))
        : MissingNode.getInstance();
  }
}
