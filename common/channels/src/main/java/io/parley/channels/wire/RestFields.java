package io.parley.channels.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The fields of a call that have no place of their own in an event, so that nothing a provider adds
 * is lost; bounded, so that a hostile call stays small. Nested fields go by their path, joined with
 * dots. Not thread-safe.
 */
public final class RestFields {

  /** How many fields are kept. */
  public static final int MAX_FIELDS = 64;

  /** Longest name that is kept, in characters. */
  public static final int MAX_NAME = 100;

  /** Longest value that is kept, in characters; longer ones are cut. */
  public static final int MAX_VALUE = 4_000;

  /** Characters of values that are kept in all. */
  public static final int MAX_CHARACTERS = 16_000;

  private final Set<String> taken;
  private final Map<String, String> kept = new HashMap<>();
  private int room = MAX_CHARACTERS;

  /**
   * Nothing yet.
   *
   * @param taken names of fields that have a place of their own
   */
  public RestFields(Set<String> taken) {
    this.taken = Set.copyOf(taken);
  }

  /** Keeps a field, unless it is blank, taken, or beyond the limits. */
  public RestFields add(String field, @Nullable String value) {
    String name = CleanText.of(field);
    if (value == null
        || value.isBlank()
        || taken.contains(field)
        || name.isBlank()
        || name.length() > MAX_NAME
        || kept.size() >= MAX_FIELDS) {
      return this;
    }
    String text = CleanText.cut(CleanText.of(value), Math.min(MAX_VALUE, room));
    if (!text.isBlank() && kept.putIfAbsent(name, text) == null) {
      room -= text.length();
    }
    return this;
  }

  /** Keeps every value of a JSON document. */
  public RestFields addAll(JsonNode document) {
    add("", document);
    return this;
  }

  /** Keeps every attribute, and the text of every element, of the children of an XML element. */
  public RestFields addAll(Element element) {
    add("", element);
    return this;
  }

  /** What was kept, by name. */
  public Map<String, String> asMap() {
    return Map.copyOf(kept);
  }

  private void add(String path, JsonNode node) {
    if (path.length() > MAX_NAME || kept.size() >= MAX_FIELDS) {
      return;
    }
    if (node.isObject()) {
      node.properties().forEach(field -> add(joined(path, field.getKey()), field.getValue()));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size() && i < MAX_FIELDS; i++) {
        add(joined(path, String.valueOf(i)), node.get(i));
      }
    } else {
      add(path, JsonBody.scalar(node));
    }
  }

  private void add(String path, Element element) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      String name = attribute.getNodeName();
      if (!name.equals("xmlns") && !name.startsWith("xmlns:")) {
        add(joined(path, name), attribute.getNodeValue());
      }
    }
    for (Element child : XmlBody.children(element)) {
      String name = joined(path, XmlBody.name(child));
      add(name, child);
      if (XmlBody.children(child).isEmpty()) {
        add(name, child.getTextContent());
      }
    }
  }

  private static String joined(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
