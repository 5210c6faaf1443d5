package io.parley.channels.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.wire.JsonBody;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Valid JSON in which some places were damaged in ways that a parser must bear. */
final class JsonMutations {

  /** Half pairs are written as escapes, as only JSON can smuggle them in. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<Supplier<JsonNode>> ODD =
      List.of(
          NODES::nullNode,
          () -> NODES.booleanNode(true),
          () -> NODES.numberNode(-1),
          () -> NODES.numberNode(BigInteger.TEN.pow(300)),
          () -> NODES.numberNode(1e308),
          NODES::objectNode,
          NODES::arrayNode,
          () -> nested(900),
          () -> NODES.textNode(""),
          () -> NODES.textNode(" \u00a0"),
          () -> NODES.textNode("\0"),
          () -> NODES.textNode("a\0b\ud83d"),
          () -> NODES.textNode("\udc00\ud800"),
          () -> NODES.textNode("\u202e\ufeff\u2028"),
          () -> NODES.textNode("x".repeat(5_000)),
          () -> NODES.textNode("🙂".repeat(2_500)),
          () -> NODES.textNode("+"),
          () -> NODES.textNode("99999999999999999999"),
          () -> NODES.textNode("٠١٢٣٤٥٦٧"),
          () -> NODES.textNode("4007 5002 2000"),
          () -> NODES.textNode("Delivered"),
          () -> NODES.textNode("9999-99-99T99:99:99Z"),
          () -> NODES.textNode("-999999999-01-01T00:00:00+18:00"),
          () -> NODES.textNode("{\"validationCode\":\"1\"}"),
          () -> NODES.textNode("Microsoft.EventGrid.SubscriptionValidationEvent"),
          () -> NODES.textNode("microsoft.communication.smsreceived"));

  private record Change(int place, int operation, int value) {}

  private record Place(JsonNode parent, String name, int index) {}

  private JsonMutations() {}

  /** Bytes made of one of the samples, with up to five places damaged. */
  static Arbitrary<byte[]> of(String... samples) {
    Arbitrary<Change> changes =
        Combinators.combine(
                Arbitraries.integers().between(0, 200),
                Arbitraries.integers().between(0, 5),
                Arbitraries.integers().between(0, ODD.size() - 1))
            .as(Change::new);
    return Combinators.combine(Arbitraries.of(samples), changes.list().ofMaxSize(5))
        .as(JsonMutations::changed);
  }

  private static byte[] changed(String sample, List<Change> changes) {
    JsonNode root = NODES.arrayNode().add(JsonBody.read(sample));
    for (Change change : changes) {
      List<Place> places = new ArrayList<>();
      collect(root, places, 0);
      apply(places.get(change.place() % places.size()), change);
    }
    JsonNode body = root.isEmpty() ? NODES.nullNode() : root.get(0);
    try {
      return MAPPER.writeValueAsString(body).getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  private static void apply(Place place, Change change) {
    JsonNode odd = ODD.get(change.value()).get();
    switch (place.parent()) {
      case ObjectNode object -> {
        JsonNode old = object.get(place.name());
        switch (change.operation()) {
          case 0 -> object.remove(place.name());
          case 1 -> object.set(place.name().toUpperCase(Locale.ROOT), odd);
          case 2 -> object.set("new" + change.value(), old.deepCopy());
          case 3 -> object.set(place.name(), NODES.textNode(old.toString()));
          default -> object.set(place.name(), odd);
        }
      }
      case ArrayNode array -> {
        switch (change.operation()) {
          case 0 -> array.remove(place.index());
          case 1, 2 -> array.insert(0, odd);
          case 3 -> array.add(array.get(place.index()).deepCopy());
          default -> array.set(place.index(), odd);
        }
        if (array.isEmpty()) {
          array.add(odd);
        }
      }
      default -> throw new IllegalStateException("no container");
    }
  }

  private static void collect(JsonNode node, List<Place> places, int depth) {
    if (depth > 20) {
      return;
    }
    node.properties().forEach(field -> places.add(new Place(node, field.getKey(), -1)));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places.add(new Place(node, "", i));
    }
    node.forEach(child -> collect(child, places, depth + 1));
  }

  private static JsonNode nested(int depth) {
    ArrayNode outermost = NODES.arrayNode();
    ArrayNode innermost = outermost;
    for (int i = 0; i < depth; i++) {
      innermost = innermost.addArray();
    }
    return outermost;
  }
}
