package io.parley.channels.vibes;

import io.parley.channels.wire.CleanText;
import io.parley.channels.wire.RestFields;
import io.parley.channels.wire.XmlBody;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The attributes and texts of one document by their dotted path, such as {@code source.address} or
 * {@code status.description}; it remembers which were read, so that the others end up in {@link
 * #rest()}. Not thread-safe.
 */
final class VibesFields {

  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final Element root;
  private final Set<String> taken = new HashSet<>();

  VibesFields(Element root) {
    this.root = root;
  }

  /** An attribute or text that is not blank, stripped; it stays among the rest. */
  @Nullable String peek(String path) {
    String value = raw(path).strip();
    return value.isEmpty() ? null : value;
  }

  /** An attribute or text that is not blank, stripped. */
  @Nullable String take(String path) {
    taken.add(path);
    return peek(path);
  }

  /** An attribute or text as it is, empty when there is none. */
  String takeText(String path) {
    taken.add(path);
    return raw(path);
  }

  /** An id of Vibes': printable and not too long. */
  @Nullable String takeId(String path) {
    String value = peek(path);
    if (value == null || !ID.matcher(value).matches()) {
      return null;
    }
    taken.add(path);
    return value;
  }

  /** A message id of ours that Vibes gives back; anything else is not ours and stays. */
  @Nullable UUID takeOurId(String path) {
    String value = peek(path);
    if (value == null || !UUID_FORM.matcher(value).matches()) {
      return null;
    }
    taken.add(path);
    return UUID.fromString(value);
  }

  /** A number of at most nine digits; 0 if there is none. */
  int peekNumber(String path) {
    String value = peek(path);
    return value == null || !NUMBER.matcher(value).matches() ? 0 : Integer.parseInt(value);
  }

  /** What was not read, within limits. */
  Map<String, String> rest() {
    return new RestFields(taken).addAll(root).asMap();
  }

  private String raw(String path) {
    int dot = path.lastIndexOf('.');
    String name = path.substring(dot + 1);
    Optional<Element> parent = Optional.of(root);
    if (dot >= 0) {
      for (String step : path.substring(0, dot).split("\\.", -1)) {
        parent = parent.flatMap(element -> XmlBody.child(element, step));
      }
    }
    return CleanText.of(parent.map(element -> value(element, name)).orElse(""));
  }

  private static String value(Element element, String name) {
    return element.hasAttribute(name)
        ? element.getAttribute(name)
        : XmlBody.child(element, name).map(Element::getTextContent).orElse("");
  }
}
