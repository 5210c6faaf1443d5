package io.parley.ingress.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What may become of a body on its way, or in a program that nobody tested. */
final class Damage {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final List<JsonNode> VALUES =
      List.of(
          NullNode.getInstance(),
          BooleanNode.TRUE,
          LongNode.valueOf(Long.MIN_VALUE),
          DecimalNode.valueOf(new BigDecimal("1e99999")),
          TextNode.valueOf(""),
          TextNode.valueOf(" "),
          TextNode.valueOf("\0"),
          TextNode.valueOf("half \ud83d of one \u202e\ufffe"),
          TextNode.valueOf("+" + "9".repeat(300)),
          TextNode.valueOf("https://[::1:x/%%%"),
          TextNode.valueOf("x".repeat(20_000)),
          JsonNodeFactory.instance.arrayNode().add(1).addNull().add("x"),
          JsonNodeFactory.instance.objectNode().put("x", 1));

  private Damage() {}

  /** A JSON body, damaged in many ways, one at a time. */
  static Stream<String> json(String body) {
    List<String> damaged = new ArrayList<>();
    JsonNode root = read(body);
    walk(root, root, damaged::add);
    return Stream.of(
            damaged.stream(),
            text(body),
            Stream.of("null", "[]", "{}", "1e99999999", "\"\\ud800\"", "[[1]]", "[null,{},[]]"),
            Stream.of("[".repeat(100_000), "{\"a\":".repeat(20_000)))
        .flatMap(bodies -> bodies);
  }

  /** Any body, cut and soiled. */
  static Stream<String> text(String body) {
    int step = Math.max(1, body.length() / 12);
    return Stream.concat(
        IntStream.iterate(0, at -> at < body.length(), at -> at + step)
            .boxed()
            .flatMap(
                at ->
                    Stream.of(
                        body.substring(0, at),
                        body.substring(0, at) + "\0" + body.substring(at),
                        body.substring(0, at) + "&#0;%ED%A0%80%00" + body.substring(at))),
        Stream.of("", " ", body + body, "\ufeff" + body, "x".repeat(200_000)));
  }

  private static void walk(JsonNode root, JsonNode node, Consumer<String> to) {
    switch (node) {
      case ObjectNode object -> {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
          JsonNode whole = object.get(name);
          for (JsonNode value : VALUES) {
            object.set(name, value);
            to.accept(write(root));
          }
          object.remove(name);
          to.accept(write(root));
          object.set("odd \ud83d \0 name", whole);
          to.accept(write(root));
          object.remove("odd \ud83d \0 name");
          object.set(name, whole);
          walk(root, whole, to);
        }
      }
      case ArrayNode array -> {
        for (int index = 0; index < array.size(); index++) {
          JsonNode whole = array.get(index);
          for (JsonNode value : VALUES) {
            array.set(index, value);
            to.accept(write(root));
          }
          array.set(index, whole);
          walk(root, whole, to);
        }
      }
      default -> {
        // A value; it was replaced where it stands.
      }
    }
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(body, e);
    }
  }

  private static String write(JsonNode body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
