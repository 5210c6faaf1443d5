package io.parley.admin.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The anchors of a document and what its aliases copy, within bounds: a few lines of aliases of
 * aliases could otherwise stand for billions of values. Not thread-safe.
 */
final class Anchors {

  static final int MOST_ALIASES = 100;
  static final int MOST_COPIED = 1_000_000;

  private final Map<String, Optional<JsonNode>> values = new HashMap<>();
  private final Refusals refusals;
  private int aliases;
  private long copied;

  Anchors(Refusals refusals) {
    this.refusals = refusals;
  }

  /** An anchor is met; its value is complete only later. */
  void begin(String name, Position position, Path path) {
    if (values.putIfAbsent(name, Optional.empty()) != null) {
      throw refusals.last(position, path, "an anchor of this name was defined before");
    }
  }

  /** The value of an anchor is complete. */
  void complete(String name, JsonNode value) {
    values.put(name, Optional.of(value));
  }

  /** A copy of what an alias stands for, for a place that has room for so many levels. */
  JsonNode copy(String name, int levels, Position position, Path path) {
    aliases++;
    if (aliases > MOST_ALIASES) {
      throw refusals.last(position, path, "more than " + MOST_ALIASES + " aliases");
    }
    Optional<JsonNode> value = values.get(name);
    if (value == null) {
      throw refusals.last(position, path, "an alias of an anchor that is not defined before it");
    }
    if (value.isEmpty()) {
      throw refusals.last(position, path, "an alias within its own anchor");
    }
    copied += size(value.get());
    if (copied > MOST_COPIED) {
      throw refusals.last(position, path, "the aliases stand for too much; write it out");
    }
    if (height(value.get()) > levels) {
      throw refusals.last(position, path, TreeReader.TOO_DEEP);
    }
    return value.get().deepCopy();
  }

  private static long size(JsonNode node) {
    long size = 1L + node.asText().length();
    for (JsonNode child : node) {
      size += size(child);
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      size += field.getKey().length();
    }
    return size;
  }

  private static int height(JsonNode node) {
    int highest = 0;
    for (JsonNode child : node) {
      highest = Math.max(highest, height(child));
    }
    return node.isContainerNode() ? highest + 1 : 0;
  }
}
