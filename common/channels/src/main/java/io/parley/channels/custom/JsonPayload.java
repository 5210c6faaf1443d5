package io.parley.channels.custom;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.StorableText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** JSON, by pointers (RFC 6901). */
record JsonPayload(JsonNode node) implements Payload {

  /** More than any call is deep; what is below is left out of the rest. */
  private static final int DEEPEST = 32;

  static Optional<JsonPayload> read(byte[] bytes) {
    JsonNode node = JsonBody.read(bytes);
    return node.isContainerNode() ? Optional.of(new JsonPayload(node)) : Optional.empty();
  }

  @Override
  public List<String> values(String path) {
    return elements(path).stream().map(Payload::scalar).flatMap(Optional::stream).toList();
  }

  @Override
  public List<Payload> elements(String path) {
    JsonNode found = at(path);
    if (found.isArray()) {
      return payloads(found);
    }
    return found.isMissingNode() || found.isNull() ? List.of() : List.of(new JsonPayload(found));
  }

  @Override
  public Optional<List<Payload>> list(String path) {
    if (path.isEmpty()) {
      return Optional.of(node.isArray() ? payloads(node) : List.of(this));
    }
    JsonNode found = at(path);
    return found.isContainerNode() ? Optional.of(elements(path)) : Optional.empty();
  }

  @Override
  public Optional<String> scalar() {
    return node.isValueNode() && !node.isNull()
        ? Optional.of(StorableText.of(node.asText()))
        : Optional.empty();
  }

  @Override
  public Map<String, String> rest(Collection<String> used) {
    Map<String, String> rest = new LinkedHashMap<>();
    collect(node, "", 0, used, rest);
    return rest;
  }

  @Override
  public byte[] alone(String path, int index) {
    return withOnly(node, path.isEmpty() ? JsonPointer.empty() : JsonPointer.compile(path), index)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private JsonNode at(String path) {
    return path.isEmpty() ? node : node.at(JsonPointer.compile(path));
  }

  private static List<Payload> payloads(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).<Payload>map(JsonPayload::new).toList();
  }

  private static void collect(
      JsonNode node, String path, int depth, Collection<String> used, Map<String, String> rest) {
    if (used.contains(path) || depth > DEEPEST) {
      return;
    }
    if (node.isObject()) {
      node.properties()
          .forEach(
              member ->
                  collect(
                      member.getValue(),
                      path + "/" + step(member.getKey()),
                      depth + 1,
                      used,
                      rest));
    } else if (node.isArray()) {
      for (int index = 0; index < node.size(); index++) {
        collect(node.get(index), path + "/" + index, depth + 1, used, rest);
      }
    } else {
      new JsonPayload(node).scalar().ifPresent(text -> rest.put(path, text));
    }
  }

  private static String step(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** Shares everything beside the way to the list, so that a long list stays cheap. */
  private static JsonNode withOnly(JsonNode node, JsonPointer path, int index) {
    if (path.matches()) {
      if (!node.isArray()) {
        return node;
      }
      ArrayNode one = JsonNodeFactory.instance.arrayNode();
      return one.add(node.path(index));
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      List<JsonNode> children = new ArrayList<>();
      node.forEach(children::add);
      int step = path.getMatchingIndex();
      if (step >= 0 && step < children.size()) {
        children.set(step, withOnly(children.get(step), path.tail(), index));
      }
      return copy.addAll(children);
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    node.properties().forEach(member -> copy.set(member.getKey(), member.getValue()));
    String step = path.getMatchingProperty();
    if (copy.has(step)) {
      copy.set(step, withOnly(copy.get(step), path.tail(), index));
    }
    return copy;
  }
}
