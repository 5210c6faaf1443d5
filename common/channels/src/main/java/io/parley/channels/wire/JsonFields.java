package io.parley.channels.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object from outside, by dotted paths such as {@code context.placeId}. It
 * remembers which ones were read; what nobody read is {@link #rest}. Texts are clean, see {@link
 * CleanText}. Not thread-safe.
 */
public final class JsonFields {

  /** Deeper values are kept as JSON text. */
  private static final int DEEPEST = 8;

  private final JsonNode root;
  private final Set<String> taken = new HashSet<>();

  /**
   * Reads an object.
   *
   * @param root anything else has no fields
   */
  public JsonFields(JsonNode root) {
    this.root = root;
  }

  /** What stands at a path; a missing node if nothing does. It stays among the rest. */
  public JsonNode node(String path) {
    JsonNode node = root;
    for (String step : path.split("\\.", -1)) {
      node = node.path(step);
    }
    return node;
  }

  /** Whether something other than null stands at a path. */
  public boolean has(String path) {
    JsonNode node = node(path);
    return !node.isMissingNode() && !node.isNull();
  }

  /** A text, number or truth value that is not blank; it stays among the rest. */
  public @Nullable String peek(String path) {
    String value = JsonBody.scalar(node(path));
    String clean = value == null ? "" : CleanText.of(value);
    return clean.isBlank() ? null : clean;
  }

  /** A text, number or truth value that is not blank. */
  public @Nullable String take(String path) {
    String value = peek(path);
    if (value != null) {
      taken.add(path);
    }
    return value;
  }

  /** Marks fields that say again what another one says, with everything inside them. */
  public void drop(String... paths) {
    taken.addAll(List.of(paths));
  }

  /** What was not taken. */
  public Map<String, String> rest() {
    SpareFields rest = new SpareFields();
    addRest(rest);
    return rest.toMap();
  }

  /** Adds what was not taken. */
  public void addRest(SpareFields rest) {
    if (root.isObject()) {
      add(root, "", 0, rest);
    }
  }

  private void add(JsonNode node, String path, int depth, SpareFields rest) {
    if (taken.contains(path) || rest.isFull()) {
      return;
    }
    if (node.isValueNode() || depth == DEEPEST) {
      if (!node.isNull()) {
        rest.add(path, node.isValueNode() ? node.asText() : node.toString());
      }
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        add(
            field.getValue(),
            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
            depth + 1,
            rest);
      }
    } else {
      for (int at = 0; at < node.size(); at++) {
        add(node.path(at), path + "." + at, depth + 1, rest);
      }
    }
  }
}
