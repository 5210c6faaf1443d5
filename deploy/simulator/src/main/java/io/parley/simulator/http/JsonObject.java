package io.parley.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose members are checked as they are read. Every refusal is an {@link
 * InvalidFieldException} that names the path of the member; a member that is null counts as absent.
 *
 * @param path where the object stands in its document, empty for the document itself
 */
public record JsonObject(JsonNode node, String path) {

  /**
   * Reads a document that must be an object.
   *
   * @throws InvalidFieldException if it is none
   */
  public static JsonObject parse(String text) {
    return of(Json.read(text, JsonNode.class), "");
  }

  /**
   * Reads a document that must be an array of objects.
   *
   * @throws InvalidFieldException if it is none
   */
  public static List<JsonObject> parseList(String text) {
    return listOf(Json.read(text, JsonNode.class), "");
  }

  /** Refuses members with other names than these. */
  public JsonObject only(String... names) {
    Set<String> known = Set.of(names);
    for (Iterator<String> each = node.fieldNames(); each.hasNext(); ) {
      String name = each.next();
      if (!known.contains(name)) {
        throw new InvalidFieldException(under(name), "is not a known field");
      }
    }
    return this;
  }

  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** How many of these members are present. */
  public long countOf(String... names) {
    return List.of(names).stream().filter(this::has).count();
  }

  public Optional<String> text(String name) {
    return member(name)
        .map(
            value -> {
              if (!value.isTextual()) {
                throw new InvalidFieldException(under(name), "must be a string");
              }
              return value.textValue();
            });
  }

  /** Text of at most so many characters. */
  public Optional<String> text(String name, int most) {
    Optional<String> value = text(name);
    if (value.filter(text -> text.codePointCount(0, text.length()) > most).isPresent()) {
      throw new InvalidFieldException(under(name), "must have at most " + most + " characters");
    }
    return value;
  }

  /** Text that must be there and not be empty. */
  public String requiredText(String name) {
    return text(name).filter(value -> !value.isEmpty()).orElseThrow(() -> missing(name));
  }

  /** Text that must be there, not be empty and have at most so many characters. */
  public String requiredText(String name, int most) {
    requiredText(name);
    return text(name, most).orElseThrow();
  }

  /** One of these words. */
  public Optional<String> word(String name, Set<String> words) {
    Optional<String> value = text(name);
    if (value.filter(word -> !words.contains(word)).isPresent()) {
      throw new InvalidFieldException(
          under(name), "must be one of " + words.stream().sorted().toList());
    }
    return value;
  }

  public Optional<Boolean> bool(String name) {
    return member(name)
        .map(
            value -> {
              if (!value.isBoolean()) {
                throw new InvalidFieldException(under(name), "must be true or false");
              }
              return value.booleanValue();
            });
  }

  /** A whole number from the least to the most. */
  public Optional<Long> integer(String name, long least, long most) {
    return member(name)
        .map(
            value -> {
              if (!value.isIntegralNumber()
                  || !value.canConvertToLong()
                  || value.longValue() < least
                  || value.longValue() > most) {
                throw new InvalidFieldException(
                    under(name), "must be a whole number from " + least + " to " + most);
              }
              return value.longValue();
            });
  }

  public Optional<JsonObject> object(String name) {
    return member(name).map(value -> of(value, under(name)));
  }

  public JsonObject requiredObject(String name) {
    return object(name).orElseThrow(() -> missing(name));
  }

  /** The objects of an array; none if it is absent. */
  public List<JsonObject> objects(String name) {
    return member(name).map(value -> listOf(value, under(name))).orElse(List.of());
  }

  /** The strings of an array; none if it is absent. */
  public List<String> texts(String name) {
    List<String> found = new ArrayList<>();
    for (JsonNode each : array(member(name).orElse(null), under(name))) {
      if (!each.isTextual()) {
        throw new InvalidFieldException(under(name), "must hold strings only");
      }
      found.add(each.textValue());
    }
    return found;
  }

  /** A refusal that names this member. */
  public InvalidFieldException invalid(String name, String reason) {
    return new InvalidFieldException(under(name), reason);
  }

  public InvalidFieldException missing(String name) {
    return invalid(name, "is required");
  }

  public List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private Optional<JsonNode> member(String name) {
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }

  private String under(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static JsonObject of(JsonNode node, String path) {
    if (!node.isObject()) {
      throw new InvalidFieldException(path, "must be an object");
    }
    return new JsonObject(node, path);
  }

  private static List<JsonObject> listOf(JsonNode node, String path) {
    List<JsonObject> found = new ArrayList<>();
    for (JsonNode each : array(node, path)) {
      found.add(of(each, path + "[" + found.size() + "]"));
    }
    return found;
  }

  private static Iterable<JsonNode> array(@Nullable JsonNode node, String path) {
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      throw new InvalidFieldException(path, "must be an array");
    }
    return node;
  }
}
