package io.parley.channels;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes a JSON document as a careless or hostile sender might, for properties. */
public final class JsonMutations {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamWriteConstraints(
                      StreamWriteConstraints.builder().maxNestingDepth(10_000).build())
                  .build())
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\0",
          "\ud800",
          "\udc00x",
          "😀",
          "\u202e\ufeff",
          "+",
          "-1",
          "1e999",
          "NaN",
          "x".repeat(20_000),
          "null",
          "<b>",
          "%00",
          "2026-99-99T99:99:99Z",
          "$",
          "a$99999",
          "00000000-0000-0000-0000-000000000000");

  private JsonMutations() {}

  /** The document, changed up to five times, perhaps cut or with a wrong byte. */
  public static byte[] of(String document, Random random) {
    try {
      JsonNode root = MAPPER.readTree(document);
      for (int i = random.nextInt(6); i > 0; i--) {
        change(root, random);
      }
      byte[] bytes = MAPPER.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
      if (random.nextInt(10) == 0 && bytes.length > 0) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      return random.nextInt(20) == 0
          ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
          : bytes;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void change(JsonNode root, Random random) {
    List<ObjectNode> objects = new ArrayList<>();
    collect(root, objects);
    ObjectNode object = objects.get(random.nextInt(objects.size()));
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty()) {
      object.set("new", value(random));
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(TEXTS.get(random.nextInt(TEXTS.size())), object.get(name));
      case 2 -> object.set(names.get(random.nextInt(names.size())), object.get(name).deepCopy());
      default -> object.set(name, value(random));
    }
  }

  private static void collect(JsonNode node, List<ObjectNode> objects) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> collect(child, objects));
  }

  private static JsonNode value(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt());
      case 3 -> NODES.numberNode(BigInteger.TEN.pow(random.nextInt(900)));
      case 4 -> NODES.numberNode(random.nextDouble() * 1e300);
      case 5 -> nested(random.nextInt(900));
      case 6 -> NODES.arrayNode().add("a").add(1).addNull();
      case 7 -> NODES.objectNode().put("", 1);
      default -> NODES.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
    };
  }

  private static JsonNode nested(int depth) {
    ArrayNode innermost = NODES.arrayNode();
    JsonNode node = innermost;
    for (int i = 0; i < depth; i++) {
      node = i % 2 == 0 ? NODES.arrayNode().add(node) : NODES.objectNode().set("n", node);
    }
    return node;
  }
}
