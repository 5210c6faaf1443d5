package io.parley.channels.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON body. Placeholders stand within texts only and are put in after the template was read, so
 * that nothing a customer or agent writes can become structure.
 */
record JsonTemplate(JsonNode root) implements BodyTemplate {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  static JsonTemplate parse(String template) {
    JsonNode root;
    try {
      root = STRICT.readTree(template);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "must be JSON, with placeholders in quotes only; it is not at line "
              + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
          e);
    }
    if (!root.isContainerNode()) {
      throw new IllegalArgumentException("must be a JSON object or array");
    }
    JsonTemplate read = new JsonTemplate(root);
    read.check(root);
    return read;
  }

  @Override
  public byte[] fill(Values values) {
    return filled(root, values)
        .orElseGet(JsonNodeFactory.instance::objectNode)
        .toString()
        .getBytes(UTF_8);
  }

  @Override
  public List<Placeholder> placeholders() {
    List<Placeholder> found = new ArrayList<>();
    collect(root, found);
    return found;
  }

  @Override
  public Optional<String> mediaType() {
    return Optional.of(Format.JSON.mediaType());
  }

  private void check(JsonNode node) {
    if (node.isTextual()) {
      TextTemplate.parse(node.textValue());
    }
    node.properties()
        .forEach(
            member -> {
              if (member.getKey().contains("{{")) {
                throw new IllegalArgumentException("must have no placeholder in a member's name");
              }
            });
    node.forEach(this::check);
  }

  private static void collect(JsonNode node, List<Placeholder> found) {
    if (node.isTextual()) {
      TextTemplate.parse(node.textValue()).placeholders().forEach(found::add);
    }
    node.forEach(child -> collect(child, found));
  }

  /** Nothing for what is left out. */
  private static Optional<JsonNode> filled(JsonNode node, Values values) {
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        filled(member.getValue(), values).ifPresent(value -> object.set(member.getKey(), value));
      }
      return Optional.of(object);
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(child -> filled(child, values).ifPresent(array::add));
      return Optional.of(array);
    }
    return node.isTextual()
        ? text(TextTemplate.parse(node.textValue()), values)
        : Optional.of(node);
  }

  private static Optional<JsonNode> text(TextTemplate template, Values values) {
    if (template.isLeftOut(values)) {
      return Optional.empty();
    }
    if (template.sole().equals(Optional.of(Placeholder.MEDIA_URLS))) {
      ArrayNode urls = JsonNodeFactory.instance.arrayNode();
      values.all(Placeholder.MEDIA_URLS).forEach(urls::add);
      return Optional.of(urls);
    }
    return Optional.of(TextNode.valueOf(template.fill(values, text -> text)));
  }
}
