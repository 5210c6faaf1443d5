package io.parley.channels.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object from outside, as {@link StorableText}. A field is named by its path
 * from the top, with dots: {@code status.code}, {@code errors.0}. It remembers which fields were
 * read; what nobody read ends up in {@link #rest()}, so that nothing a provider adds is lost and
 * nothing is there twice. A field of an unexpected type counts as missing. Not thread-safe.
 */
public final class JsonFields {

  private static final Pattern ELEMENT = Pattern.compile("[0-9]{1,4}");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

  private final JsonNode root;
  private final Set<String> taken = new HashSet<>();

  /** The fields of this object; of anything else there are none. */
  public JsonFields(JsonNode root) {
    this.root = root;
  }

  /** All of it as JSON, the same for the same fields in the same order. */
  public String json() {
    return root.toString();
  }

  /** What is at a path; a missing node when there is nothing. It stays among the rest. */
  public JsonNode node(String path) {
    JsonNode node = root;
    for (String name : path.split("\\.", -1)) {
      node = node.isArray() ? element(node, name) : node.path(name);
    }
    return node;
  }

  /** A text, number or truth value that is not blank; it stays among the rest. */
  public @Nullable String peek(String path) {
    String value = JsonBody.scalar(node(path));
    String storable = value == null ? "" : StorableText.of(value);
    return storable.isBlank() ? null : storable;
  }

  /** A text, number or truth value that is not blank. */
  public @Nullable String take(String path) {
    String value = peek(path);
    if (value != null) {
      taken.add(path);
    }
    return value;
  }

  /** A text as it is, empty when it is missing. */
  public String takeText(String path) {
    JsonNode node = node(path);
    if (!node.isTextual()) {
      return "";
    }
    taken.add(path);
    return StorableText.of(node.textValue());
  }

  /** A whole number of up to nine digits, also one that is written as text; stays with the rest. */
  public @Nullable Integer wholeNumber(String path) {
    JsonNode node = node(path);
    String digits = node.isIntegralNumber() || node.isTextual() ? node.asText().strip() : "";
    return WHOLE_NUMBER.matcher(digits).matches() ? Integer.valueOf(digits) : null;
  }

  /** Marks fields, with all that is in them, that are read or say again what another one says. */
  public void drop(String... paths) {
    taken.addAll(List.of(paths));
  }

  /** What was not taken, by path and within the limits of {@link Attributes}. */
  public Map<String, String> rest() {
    Attributes rest = new Attributes();
    collect(root, "", rest);
    return rest.asMap();
  }

  private static JsonNode element(JsonNode array, String index) {
    return ELEMENT.matcher(index).matches()
        ? array.path(Integer.parseInt(index))
        : MissingNode.getInstance();
  }

  private void collect(JsonNode node, String path, Attributes rest) {
    // Nothing below a path that is too long has a name that could be kept.
    if (taken.contains(path) || path.length() > Attributes.LONGEST_NAME) {
      return;
    }
    String prefix = path.isEmpty() ? "" : path + ".";
    if (node.isObject()) {
      node.properties().forEach(field -> collect(field.getValue(), prefix + field.getKey(), rest));
    } else if (node.isArray()) {
      for (int index = 0; index < node.size(); index++) {
        collect(node.get(index), prefix + index, rest);
      }
    } else {
      rest.keep(path, JsonBody.scalar(node));
    }
  }
}
