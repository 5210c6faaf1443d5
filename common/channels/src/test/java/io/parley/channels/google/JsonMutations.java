package io.parley.channels.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.wire.JsonBody;
import io.parley.events.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Valid JSON with parts deleted, doubled, renamed, retyped, nested too deep or grown too large. */
final class JsonMutations {

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "\"true\"",
          "0",
          "-1",
          "1e308",
          "1e999",
          "4.5E-5",
          "7".repeat(400),
          "7".repeat(2_000),
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"a\\u0000\\u0000b\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800x\"",
          "\"\\ud83d\\ude00\"",
          "\"\\u202e\\u200b\\ufeff\"",
          "\"\\u00a0\"",
          "\"/\"",
          "\"a/\"",
          "\"+\"",
          "\"+15550104477\"",
          "\"15550104477\"",
          "\"harbor-books@rbm.goog\"",
          "\"https://[\"",
          "\"https://storage.googleapis.com/business-messages-us/a?x-goog-signature=1\"",
          "\"9999-12-31T23:59:59Z\"",
          "\"+999999999-01-01T00:00:00Z\"",
          "\"STOP\"",
          "\"READ\"",
          "\"TTL_EXPIRATION_REVOKED\"",
          "\"" + "x".repeat(5_000) + "\"",
          "{}",
          "[]",
          "[[{}]]",
          "{\"\":{\"\":1}}",
          "[".repeat(300) + "]".repeat(300),
          "{\"a\":".repeat(900) + "1" + "}".repeat(900));

  private JsonMutations() {}

  /** UTF-8 of mutations of these texts. */
  static Arbitrary<byte[]> of(List<String> valid) {
    Arbitrary<Mutation> mutation =
        Combinators.combine(
                Arbitraries.integers().between(0, 1_000),
                Arbitraries.of(Kind.values()),
                Arbitraries.of(VALUES))
            .as(Mutation::new);
    Arbitrary<byte[]> structural =
        Combinators.combine(Arbitraries.of(valid), mutation.list().ofMaxSize(4))
            .as(JsonMutations::mutated)
            .map(JsonMutations::bytes);
    Arbitrary<byte[]> textual =
        Combinators.combine(
                Arbitraries.of(valid),
                Arbitraries.integers().between(0, 1_000),
                Arbitraries.bytes(),
                Arbitraries.of(true, false))
            .as(JsonMutations::damaged);
    return Arbitraries.frequencyOf(Tuple.of(9, structural), Tuple.of(1, textual));
  }

  /** What is done to a part. */
  enum Kind {
    DELETE,
    REPLACE,
    DOUBLE,
    RENAME,
    WRAP
  }

  private record Mutation(int where, Kind kind, String value) {}

  private record Slot(ObjectNode parent, String name) {}

  private static JsonNode mutated(String valid, List<Mutation> mutations) {
    JsonNode root = JsonBody.read(valid);
    for (Mutation mutation : mutations) {
      List<Slot> slots = new ArrayList<>();
      collect(root, 0, slots);
      if (!slots.isEmpty()) {
        apply(mutation, slots.get(mutation.where() % slots.size()));
      }
    }
    return root;
  }

  private static void apply(Mutation mutation, Slot slot) {
    ObjectNode parent = slot.parent();
    JsonNode old = parent.path(slot.name());
    switch (mutation.kind()) {
      case DELETE -> parent.remove(slot.name());
      case REPLACE -> parent.set(slot.name(), value(mutation));
      case DOUBLE -> parent.set(slot.name() + "2", old.deepCopy());
      case RENAME -> {
        parent.remove(slot.name());
        JsonNode name = value(mutation);
        parent.set(name.isTextual() ? name.textValue() : mutation.value(), old);
      }
      case WRAP -> {
        ArrayNode array = EventJson.mapper().createArrayNode();
        parent.set(slot.name(), array.add(old).add(old.deepCopy()).add(value(mutation)));
      }
    }
  }

  /** A value that Jackson itself refuses becomes a text. */
  private static JsonNode value(Mutation mutation) {
    JsonNode value = JsonBody.read(mutation.value());
    return value.isMissingNode()
        ? EventJson.mapper().getNodeFactory().textNode(mutation.value())
        : value;
  }

  private static void collect(JsonNode node, int depth, List<Slot> slots) {
    if (depth > 12) {
      return;
    }
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                slots.add(new Slot(object, field.getKey()));
                collect(field.getValue(), depth + 1, slots);
              });
    } else {
      node.forEach(child -> collect(child, depth + 1, slots));
    }
  }

  /** Everything beyond ASCII as an escape, so that halves of characters survive. */
  private static byte[] bytes(JsonNode node) {
    StringBuilder ascii = new StringBuilder();
    node.toString()
        .chars()
        .forEach(
            c -> {
              if (c < 0x7f) {
                ascii.append((char) c);
              } else {
                ascii.append(String.format("\\u%04x", c));
              }
            });
    return ascii.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] damaged(String valid, int where, byte other, boolean cut) {
    byte[] bytes = valid.getBytes(StandardCharsets.UTF_8);
    int at = where % bytes.length;
    if (cut) {
      return Arrays.copyOf(bytes, at);
    }
    bytes[at] = other;
    return bytes;
  }
}
