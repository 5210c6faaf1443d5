package io.parley.channels.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One change of a valid payload.
 *
 * @param kind what is done
 * @param place where, modulo the number of places
 * @param value what is put there
 */
record Mutation(Kind kind, int place, String value) {

  enum Kind {
    DELETE,
    DUPLICATE,
    REPLACE,
    NEST
  }

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A few changes. */
  static Arbitrary<List<Mutation>> some() {
    return Combinators.combine(
            Arbitraries.of(Kind.values()), Arbitraries.integers().between(0, 10_000), values())
        .as(Mutation::new)
        .list()
        .ofMaxSize(5);
  }

  /** Odd values. */
  static Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "null",
            "true",
            "-1",
            "1e400",
            "0.1",
            "9".repeat(400),
            "[]",
            "{}",
            "[[[]]]",
            "\"\"",
            "\"\\u0000\"",
            "\" \"",
            "\"\\ud83d\\udce6\"",
            "\"\\u202e\\u0301\\ufffe\"",
            "\"+12065550142\"",
            "\"00000000-0000-4000-8000-000000000003\"",
            "\"https://x.example/1\"",
            "\"http://[\"",
            "\"STOP\"",
            "\"landed\"",
            "\"99999999999999999999\""),
        Arbitraries.strings().ofMaxLength(40).map(text -> NODES.textNode(text).toString()),
        Arbitraries.strings()
            .withCharRange('0', '9')
            .ofMinLength(201)
            .ofMaxLength(300)
            .map(text -> '"' + text + '"'));
  }

  /** The payload with the change, as JSON. */
  JsonNode applyTo(JsonNode root) {
    JsonNode copy = root.deepCopy();
    List<Runnable> places = new ArrayList<>();
    collect(copy, places);
    if (!places.isEmpty()) {
      places.get(place % places.size()).run();
    }
    return copy;
  }

  /** The payload with the change, as text of any form. */
  String applyTo(String text) {
    int at = text.isEmpty() ? 0 : place % text.length();
    int end = Math.min(text.length(), at + 1 + place % 17);
    String there = text.substring(at, end);
    return text.substring(0, at)
        + switch (kind) {
          case DELETE -> "";
          case DUPLICATE -> there + there;
          case REPLACE -> value.replace("\"", "");
          case NEST -> there + "<a>".repeat(place % 70);
        }
        + text.substring(end);
  }

  private void collect(JsonNode node, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              member -> {
                places.add(() -> change(object, member.getKey()));
                collect(member.getValue(), places);
              });
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        places.add(() -> change(array, index));
        collect(array.get(i), places);
      }
    }
  }

  private void change(ObjectNode object, String name) {
    switch (kind) {
      case DELETE -> object.remove(name);
      case DUPLICATE -> object.set(name + "2", object.get(name));
      case REPLACE -> object.set(name, Document.parse(value));
      case NEST -> object.set(name, nested(object.get(name)));
    }
  }

  private void change(ArrayNode array, int index) {
    switch (kind) {
      case DELETE -> array.remove(index);
      case DUPLICATE -> array.add(array.get(index));
      case REPLACE -> array.set(index, Document.parse(value));
      case NEST -> array.set(index, nested(array.get(index)));
    }
  }

  private JsonNode nested(JsonNode node) {
    JsonNode deep = node;
    for (int i = 0; i < place % 300; i++) {
      deep = i % 2 == 0 ? NODES.arrayNode().add(deep) : NODES.objectNode().set("a", deep);
    }
    return deep;
  }
}
