package io.parley.channels.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * JSON that is nearly what a provider sends: fields are left out, doubled, given another type, a
 * huge number, an odd text or great depth, and now and then the bytes themselves are damaged.
 */
public final class MutatedJson {

  /** Writes halves of characters, too. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> ODD_TEXTS =
      List.of(
          "",
          " ",
          "\0",
          "a\0b",
          "\ud83d",
          "\udc00x",
          "📦",
          "é",
          "\u202e",
          "\ufeff",
          "null",
          "-1",
          "1e9",
          "99999999999999999999",
          "0x1F",
          "+",
          "++1",
          "STOP",
          "\r\n\r\n",
          "%00",
          "{}",
          "[",
          "https://",
          "https://[::1",
          "2026-13-45T99:99:99Z",
          "-999999999-01-01T00:00:00+18:00",
          "٠١٢٣٤٥٦٧",
          "4007 5002 2000",
          "$",
          "a$99999",
          "NaN",
          "🙂".repeat(2_500),
          "00000000-0000-0000-0000-000000000000",
          "Microsoft.EventGrid.SubscriptionValidationEvent",
          "microsoft.communication.smsreceived",
          "x".repeat(5_000));

  private MutatedJson() {}

  /** Bodies made from valid ones. */
  public static Arbitrary<byte[]> of(String... valid) {
    return Arbitraries.randomValue(random -> of(valid[random.nextInt(valid.length)], random));
  }

  /** Bytes made from valid ones. */
  public static byte[] of(String valid, Random random) {
    try {
      ObjectNode holder = NODES.objectNode();
      holder.set("root", MAPPER.readTree(valid));
      int mutations = random.nextInt(5);
      for (int i = 0; i < mutations; i++) {
        mutate(holder, random);
      }
      byte[] json = MAPPER.writeValueAsString(holder.path("root")).getBytes(UTF_8);
      return switch (random.nextInt(20)) {
        case 0, 1 -> damaged(json, random);
        case 2 -> deeperThanIsRead(json, random);
        case 3 -> withoutNumbers(json);
        default -> json;
      };
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(valid, e);
    }
  }

  private static void mutate(ObjectNode holder, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(holder, containers);
    JsonNode container = containers.get(random.nextInt(containers.size()));
    if (container instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(6)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name + "2", object.get(name));
        case 2 -> object.set(names.get(random.nextInt(names.size())), object.get(name).deepCopy());
        case 3 -> object.set(name, NODES.arrayNode().add(object.get(name)));
        default -> object.set(name, odd(random));
      }
    } else if (container instanceof ArrayNode array) {
      switch (random.nextInt(3)) {
        case 0 -> array.removeAll();
        case 1 -> array.add(odd(random));
        default -> array.addAll(array.deepCopy());
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    // Doubling what is doubled already would never end.
    if (node.isContainerNode() && containers.size() < 200) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private static JsonNode odd(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt(20_000) - 100);
      case 3 -> NODES.numberNode(BigInteger.TEN.pow(random.nextInt(900)).negate());
      case 4 -> NODES.numberNode(new BigDecimal("1e" + random.nextInt(400) * 1_000_003));
      case 5 -> NODES.objectNode();
      case 6 -> deep(random.nextInt(200));
      default -> NODES.textNode(ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size())));
    };
  }

  private static JsonNode deep(int depth) {
    JsonNode node = NODES.textNode("deep");
    for (int i = 0; i < depth; i++) {
      node = i % 2 == 0 ? NODES.arrayNode().add(node) : NODES.objectNode().set("d", node);
    }
    return node;
  }

  /** Parsers and writers of JSON give up at a depth of 1,000. */
  private static byte[] deeperThanIsRead(byte[] json, Random random) {
    int depth = 900 + random.nextInt(200);
    String text = new String(json, UTF_8);
    int brace = Math.max(0, text.indexOf('{', random.nextInt(text.length() + 1)));
    return (text.substring(0, brace)
            + "{\"d\":".repeat(depth)
            + text.substring(brace)
            + "}".repeat(depth))
        .getBytes(UTF_8);
  }

  /** Numbers that no type of Java's holds. */
  private static byte[] withoutNumbers(byte[] json) {
    return new String(json, UTF_8).replaceAll(":[0-9]", ":1e99999999999").getBytes(UTF_8);
  }

  private static byte[] damaged(byte[] json, Random random) {
    byte[] copy = Arrays.copyOf(json, random.nextInt(json.length + 1));
    for (int i = 0; i < copy.length && i < 3; i++) {
      copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
    }
    return copy;
  }
}
