package io.parley.channels.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parley.channels.wire.Attributes;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.ReceivedFields;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object, by names in any case: Azure has spelled them in several ways
 * (providers/azure-communication-services.md §4.3).
 */
final class EventFields extends ReceivedFields {

  private final Map<String, JsonNode> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  EventFields(JsonNode object) {
    super(String.CASE_INSENSITIVE_ORDER);
    object.properties().forEach(field -> fields.putIfAbsent(field.getKey(), field.getValue()));
  }

  /** A field as it is, with all that is in it. */
  JsonNode takeNode(String name) {
    drop(name);
    return fields.getOrDefault(name, MissingNode.getInstance());
  }

  @Override
  protected @Nullable String value(String name) {
    JsonNode node = fields.getOrDefault(name, MissingNode.getInstance());
    return node.isValueNode() && !node.isNull() ? node.asText() : null;
  }

  @Override
  protected void keepLeft(Predicate<String> isTaken, Attributes rest) {
    fields.forEach((name, node) -> JsonFields.keep(node, name, isTaken, rest));
  }
}
