package io.parley.admin.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.parley.events.EventJson;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lists show of personal data: of numbers the last two digits, of texts the length. The whole
 * stands in the single letter, and looking at that is audited.
 */
final class Masking {

  private static final int LONGEST_REASON = 2_000;
  private static final int LONGEST_KEY = 300;
  private static final int LONGEST_EXCERPT = 500;
  private static final int MOST_ELEMENTS = 20;

  private static final String UUID =
      "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
  private static final Pattern IS_UUID = Pattern.compile(UUID);
  private static final Pattern UUID_OR_NUMBER = Pattern.compile(UUID + "|\\+?[0-9]{7,}");
  private static final Pattern UUID_OR_STEP = Pattern.compile(UUID + "|[^/]+");
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ().-]{3,}");
  private static final Pattern TIME_OR_DURATION =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}Z|P(?:[0-9]{1,9}D)?T[0-9HMS.]{1,20}");
  private static final double HARMLESS = 1e6;

  private Masking() {}

  /** A reason, not endless and without numbers, so that the same reason reads the same. */
  static String reason(String reason) {
    return replaced(UUID_OR_NUMBER, bounded(reason, LONGEST_REASON), number -> "…");
  }

  /** A technical id that a provider or a service gave. */
  static String id(String id) {
    return replaced(UUID_OR_NUMBER, bounded(id, LONGEST_KEY), Masking::text);
  }

  /** A record's key: ids stay, what may be a customer's address does not. */
  static String key(String key) {
    return replaced(UUID_OR_STEP, bounded(key, LONGEST_KEY), Masking::text);
  }

  /** The beginning of an event's data. */
  static String excerpt(byte[] body) {
    return bounded(json(body), LONGEST_EXCERPT);
  }

  /** An event's data. */
  static String json(byte[] body) {
    if (body.length == 0) {
      return "";
    }
    try {
      JsonNode tree = EventJson.mapper().readTree(body);
      return tree.isContainerNode() ? masked("", tree).toString() : unreadable(body);
    } catch (IOException e) {
      return unreadable(body);
    }
  }

  private static String unreadable(byte[] body) {
    return "… (" + body.length + " bytes that are no JSON object)";
  }

  private static JsonNode masked(String field, JsonNode value) {
    return switch (value) {
      case ObjectNode object -> fields(object);
      case ArrayNode array -> elements(field, array);
      case TextNode text -> TextNode.valueOf(shown(field, text.textValue()));
      case JsonNode number when number.isNumber() && !isCount(field, number) ->
          TextNode.valueOf(text(number.asText()));
      default -> value;
    };
  }

  private static JsonNode fields(ObjectNode object) {
    ObjectNode masked = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      masked.set(
          EventFields.isName(name) ? name : "…" + masked.size(), masked(name, field.getValue()));
    }
    return masked;
  }

  private static JsonNode elements(String field, ArrayNode array) {
    ArrayNode masked = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < Math.min(array.size(), MOST_ELEMENTS); i++) {
      masked.add(masked(field, array.get(i)));
    }
    return masked;
  }

  private static String shown(String field, String value) {
    boolean plain =
        EventFields.isPlain(field)
            && (EventFields.isWord(value) || TIME_OR_DURATION.matcher(value).matches());
    return plain || IS_UUID.matcher(value).matches() ? value : text(value);
  }

  /** A telephone number in the wrong field has more digits. */
  private static boolean isCount(String field, JsonNode number) {
    return EventFields.isPlain(field)
        && number.isIntegralNumber()
        && Math.abs(number.asDouble()) < HARMLESS;
  }

  private static String text(String text) {
    if (NUMBER.matcher(text).matches()) {
      return "…" + text.substring(text.length() - 2);
    }
    return "…(" + text.codePointCount(0, text.length()) + ")";
  }

  private static String replaced(Pattern parts, String text, UnaryOperator<String> mask) {
    return parts
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    IS_UUID.matcher(found.group()).matches()
                        ? found.group()
                        : mask.apply(found.group())));
  }

  private static String bounded(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) + "…" : text;
  }
}
