package io.parley.events.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds what a change of a schema would break: a reader made for the earlier version that meets
 * records of the later one, or a reader of the later version that meets records which are still on
 * the topic. {@link Kind} is the rule. Whatever is not named there may change: descriptions, new
 * optional properties, new variants, new values of an open list ({@link EventSchemas#OPEN_LIST}).
 *
 * <p>Knows the keywords that {@link EventSchemas} writes, no more.
 */
final class SchemaCompatibility {

  /** What breaks a reader. */
  enum Kind {
    /** An earlier reader looks for it. */
    PROPERTY_REMOVED,
    /** An earlier reader cannot convert it; also an array or map of something else. */
    TYPE_CHANGED,
    /** An earlier reader cannot parse it; also a format where there was none. */
    FORMAT_CHANGED,
    /** An earlier reader relies on it. */
    BECAME_OPTIONAL,
    /** Records on the topic, and outsiders that publish, do not have it; also a new property. */
    BECAME_REQUIRED,
    /** Records on the topic, and outsiders that publish, may have it. */
    VALUE_REMOVED,
    /** An earlier reader of a closed list switches over its values; also a list that opens. */
    VALUE_ADDED,
    /** Records on the topic may have this form. */
    VARIANT_REMOVED,
    /** A newer producer could not add anything any more. */
    UNKNOWN_PROPERTIES_REFUSED
  }

  /**
   * One break.
   *
   * @param at path of the property; {@code []} an element, {@code {}} a value of a map
   */
  record Break(Kind kind, String at) {}

  private final JsonNode earlierRoot;
  private final JsonNode laterRoot;
  private final List<Break> found = new ArrayList<>();
  private final Set<List<String>> comparedReferences = new HashSet<>();

  private SchemaCompatibility(JsonNode earlierRoot, JsonNode laterRoot) {
    this.earlierRoot = earlierRoot;
    this.laterRoot = laterRoot;
  }

  /** What breaks when the earlier schema is replaced by the later one; empty when nothing does. */
  static List<Break> breaks(JsonNode earlier, JsonNode later) {
    SchemaCompatibility comparison = new SchemaCompatibility(earlier, later);
    comparison.compare("", earlier, later);
    return List.copyOf(comparison.found);
  }

  private void compare(String at, JsonNode earlierNode, JsonNode laterNode) {
    if (earlierNode.has("$ref")
        && !comparedReferences.add(
            List.of(earlierNode.get("$ref").asText(), laterNode.path("$ref").asText()))) {
      return;
    }
    ObjectNode earlier = resolved(earlierRoot, earlierNode);
    ObjectNode later = resolved(laterRoot, laterNode);
    if (!earlier.path("type").equals(later.path("type"))
        || earlier.has("items") != later.has("items")
        || earlier.path("additionalProperties").isObject()
            != later.path("additionalProperties").isObject()
        || variants(earlierRoot, earlier).isEmpty() != variants(laterRoot, later).isEmpty()) {
      add(Kind.TYPE_CHANGED, at);
      return;
    }
    if (!earlier.path("format").equals(later.path("format"))) {
      add(Kind.FORMAT_CHANGED, at);
    }
    compareValues(at, earlier, later);
    compareProperties(at, earlier, later);
    compareVariants(at, earlier, later);
    if (earlier.has("items")) {
      compare(at + "[]", earlier.get("items"), later.get("items"));
    }
    if (earlier.path("additionalProperties").isObject()) {
      compare(at + "{}", earlier.get("additionalProperties"), later.get("additionalProperties"));
    }
    if (refusesUnknown(later) && !refusesUnknown(earlier)) {
      add(Kind.UNKNOWN_PROPERTIES_REFUSED, at);
    }
  }

  private void compareProperties(String at, JsonNode earlier, JsonNode later) {
    Set<String> earlierRequired = texts(earlier.path("required"));
    Set<String> laterRequired = texts(later.path("required"));
    earlier
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String name = property.getKey();
              String path = at + "/" + name;
              JsonNode now = later.path("properties").path(name);
              if (now.isMissingNode()) {
                add(Kind.PROPERTY_REMOVED, path);
                return;
              }
              if (earlierRequired.contains(name) && !laterRequired.contains(name)) {
                add(Kind.BECAME_OPTIONAL, path);
              }
              compare(path, property.getValue(), now);
            });
    laterRequired.stream()
        .filter(name -> !earlierRequired.contains(name))
        .forEach(name -> add(Kind.BECAME_REQUIRED, at + "/" + name));
  }

  private void compareValues(String at, JsonNode earlier, JsonNode later) {
    Set<String> before = values(earlier);
    Set<String> after = values(later);
    boolean wasClosed = earlier.has("enum") || earlier.has("const");
    boolean isClosed = later.has("enum") || later.has("const");
    boolean isList = isClosed || later.has(EventSchemas.OPEN_LIST);
    if (isList && !after.containsAll(before) || isClosed && before.isEmpty()) {
      add(Kind.VALUE_REMOVED, at);
    }
    if (wasClosed && (!isClosed || !before.containsAll(after))) {
      add(Kind.VALUE_ADDED, at);
    }
  }

  private void compareVariants(String at, JsonNode earlier, JsonNode later) {
    Map<String, JsonNode> after = variants(laterRoot, later);
    variants(earlierRoot, earlier)
        .forEach(
            (name, variant) -> {
              JsonNode now = after.get(name);
              if (now == null) {
                add(Kind.VARIANT_REMOVED, at + name);
              } else {
                compare(at + name, variant, now);
              }
            });
  }

  private void add(Kind kind, String at) {
    found.add(new Break(kind, at));
  }

  /** Variants by the constant properties that tell them apart. */
  private static Map<String, JsonNode> variants(JsonNode root, JsonNode schema) {
    Map<String, JsonNode> variants = new LinkedHashMap<>();
    for (JsonNode variant : schema.path("anyOf")) {
      Map<String, String> constants = new TreeMap<>();
      resolved(root, variant)
          .path("properties")
          .properties()
          .forEach(
              property -> {
                if (property.getValue().has("const")) {
                  constants.put(property.getKey(), property.getValue().get("const").asText());
                }
              });
      variants.put(constants.toString(), variant);
    }
    return variants;
  }

  /** The schema with its reference and the parts of {@code allOf} put in. */
  private static ObjectNode resolved(JsonNode root, JsonNode schema) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    if (schema.has("$ref")) {
      merge(whole, resolved(root, root.at(schema.get("$ref").asText().substring(1))));
    }
    schema.path("allOf").forEach(part -> merge(whole, resolved(root, part)));
    merge(whole, schema);
    return whole;
  }

  private static void merge(ObjectNode whole, JsonNode part) {
    part.properties()
        .forEach(
            keyword -> {
              switch (keyword.getKey()) {
                case "properties" ->
                    keyword
                        .getValue()
                        .properties()
                        .forEach(
                            property ->
                                whole
                                    .withObjectProperty("properties")
                                    .set(property.getKey(), property.getValue()));
                case "required" ->
                    keyword.getValue().forEach(whole.withArrayProperty("required")::add);
                default -> whole.set(keyword.getKey(), keyword.getValue());
              }
            });
  }

  private static Set<String> values(JsonNode schema) {
    Set<String> values = texts(schema.path("enum"));
    values.addAll(texts(schema.path(EventSchemas.OPEN_LIST)));
    if (schema.has("const")) {
      values.add(schema.get("const").asText());
    }
    return values;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new LinkedHashSet<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  private static boolean refusesUnknown(JsonNode schema) {
    return schema.path("additionalProperties").isBoolean()
        && !schema.get("additionalProperties").asBoolean();
  }
}
