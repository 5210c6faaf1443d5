package io.parley.simulator.infobip;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.http.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a JSON request and collects everything that is wrong in it, with its path. */
final class Violations {

  private final List<InfobipError.Violation> found = new ArrayList<>();

  List<InfobipError.Violation> found() {
    return found;
  }

  void add(String path, String violation) {
    found.add(new InfobipError.Violation(path, violation));
  }

  /** No null may stand anywhere. */
  void refuseNulls(String path, JsonNode node) {
    if (node.isNull()) {
      add(path, "must not be null");
    }
    node.properties()
        .forEach(
            field ->
                refuseNulls(
                    path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                    field.getValue()));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        refuseNulls(path + "[" + i + "]", node.get(i));
      }
    }
  }

  @Nullable String text(JsonNode parent, String path, String name, int longest) {
    JsonNode node = parent.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isTextual()) {
      add(path + name, "must be a string");
      return null;
    }
    if (node.textValue().length() > longest) {
      add(path + name, "size must be between 0 and " + longest);
    }
    return node.textValue();
  }

  boolean flag(JsonNode parent, String path, String name, boolean otherwise) {
    JsonNode node = parent.path(name);
    if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
      add(path + name, "must be a boolean");
    }
    return node.isBoolean() ? node.booleanValue() : otherwise;
  }

  void integer(JsonNode parent, String path, String name) {
    JsonNode node = parent.path(name);
    if (!node.isMissingNode() && !node.isNull() && !node.isIntegralNumber()) {
      add(path + name, "must be an integer");
    }
  }

  void oneOf(JsonNode parent, String path, String name, String words) {
    String value = text(parent, path, name, 200);
    if (value != null && !List.of(words.split(" ")).contains(value)) {
      add(path + name, "must be one of " + words);
    }
  }

  @Nullable String url(JsonNode parent, String path, String name) {
    String value = text(parent, path, name, 2_048);
    if (value != null && !Fields.isHttpUrl(value)) {
      add(path + name, "must be a valid URL");
      return null;
    }
    return value;
  }

  /** An object, or a missing node. */
  JsonNode object(JsonNode parent, String path, String name) {
    JsonNode node = parent.path(name);
    if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
      add(path + name, "must be an object");
    }
    return node.isObject() ? node : parent.path(name + " is not an object");
  }

  /** The elements of a required list that is not empty. */
  List<JsonNode> list(JsonNode parent, String path, String name) {
    JsonNode node = parent.path(name);
    if (!node.isArray() || node.isEmpty()) {
      add(path + name, "must not be empty");
      return List.of();
    }
    List<JsonNode> elements = new ArrayList<>();
    node.forEach(elements::add);
    return elements;
  }
}
