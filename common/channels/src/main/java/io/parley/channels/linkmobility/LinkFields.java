package io.parley.channels.linkmobility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.wire.CleanText;
import io.parley.channels.wire.FormBody;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.RestFields;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one call by their dotted path, such as {@code content.userData}; it remembers which
 * were read, so that the others end up in {@link #rest()}. A gate can also send them as a form or
 * in a query, where the path is the name (providers/link-mobility.md §3). Not thread-safe.
 */
final class LinkFields {

  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern CODE = Pattern.compile("[0-9]{1,9}");

  private final JsonNode document;
  private final Set<String> taken = new HashSet<>();

  LinkFields(JsonNode document) {
    this.document = document;
  }

  /** The fields of a form; of a repeated one the first. */
  static LinkFields of(FormBody form) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    form.asMap().forEach((name, values) -> document.put(name, values.getFirst()));
    return new LinkFields(document);
  }

  /** Whether there are any fields at all. */
  boolean isEmpty() {
    return !document.isObject() || document.isEmpty();
  }

  /** Whether there is such a field or group of fields, whatever it holds. */
  boolean has(String path) {
    JsonNode node = at(path);
    return !node.isMissingNode() && !node.isNull();
  }

  /** A text, number or truth value that is not blank; it stays among the rest. */
  @Nullable String peek(String path) {
    String value = JsonBody.scalar(at(path));
    String clean = value == null ? "" : CleanText.of(value).strip();
    return clean.isEmpty() ? null : clean;
  }

  /** A text, number or truth value that is not blank. */
  @Nullable String take(String path) {
    taken.add(path);
    return peek(path);
  }

  /** A text as it was written, empty when there is none. */
  String takeText(String path) {
    taken.add(path);
    JsonNode node = at(path);
    return node.isValueNode() && !node.isNull() ? CleanText.of(node.asText()) : "";
  }

  /** An id of LINK's: printable and not too long. */
  @Nullable String takeId(String path) {
    String value = peek(path);
    if (value == null || !ID.matcher(value).matches()) {
      return null;
    }
    taken.add(path);
    return value;
  }

  /** A message id of ours that LINK gives back; anything else is not ours and stays. */
  @Nullable UUID takeOurId(String path) {
    String value = peek(path);
    if (value == null || !UUID_FORM.matcher(value).matches()) {
      return null;
    }
    taken.add(path);
    return UUID.fromString(value);
  }

  /**
   * A number that is not negative and has at most nine digits, or its text; -1 if there is none.
   */
  int peekCode(String path) {
    String value = peek(path);
    return value == null || !CODE.matcher(value).matches() ? -1 : Integer.parseInt(value);
  }

  /** What was not read, within limits. */
  Map<String, String> rest() {
    return new RestFields(taken).addAll(document).asMap();
  }

  private JsonNode at(String path) {
    JsonNode node = document;
    for (String name : path.split("\\.", -1)) {
      node = node.path(name);
    }
    return node.isMissingNode() ? document.path(path) : node;
  }
}
