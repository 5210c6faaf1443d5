package io.parley.channels.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parley.channels.wire.Attributes;
import io.parley.channels.wire.JsonBody;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object, by names in any case: Azure has spelled them in several ways
 * (providers/azure-communication-services.md §4.3). It forgets what is taken, so that what nobody
 * took can be kept. Not thread-safe.
 */
final class EventFields {

  private final Map<String, JsonNode> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  EventFields(JsonNode object) {
    object.properties().forEach(field -> fields.putIfAbsent(field.getKey(), field.getValue()));
  }

  /** Whether there is a field of this name. */
  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** A field that is a text or a number and not blank; it stays among the rest. */
  @Nullable String peek(String name) {
    return JsonBody.scalar(fields.getOrDefault(name, MissingNode.getInstance()));
  }

  /** A field that is a text or a number and not blank. */
  @Nullable String take(String name) {
    String value = peek(name);
    if (value != null) {
      fields.remove(name);
    }
    return value;
  }

  /** A field as it is. */
  JsonNode takeNode(String name) {
    JsonNode node = fields.remove(name);
    return node == null ? MissingNode.getInstance() : node;
  }

  /** Forgets fields that say again what others say. */
  void drop(String... names) {
    for (String name : names) {
      fields.remove(name);
    }
  }

  /** Adds what was not taken. */
  void restTo(Attributes attributes) {
    fields.forEach(
        (name, value) -> {
          String text = JsonBody.scalar(value);
          attributes.keep(name, text == null && value.isContainerNode() ? value.toString() : text);
        });
  }
}
