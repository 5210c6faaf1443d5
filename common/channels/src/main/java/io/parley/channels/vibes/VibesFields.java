package io.parley.channels.vibes;

import io.parley.channels.wire.Attributes;
import io.parley.channels.wire.ReceivedFields;
import io.parley.channels.wire.XmlBody;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The attributes and texts of one document by their dotted path, such as {@code source.address} or
 * {@code status.description}.
 */
final class VibesFields extends ReceivedFields {

  private final Element root;

  VibesFields(Element root) {
    this.root = root;
  }

  @Override
  protected @Nullable String value(String path) {
    int dot = path.lastIndexOf('.');
    String name = path.substring(dot + 1);
    Optional<Element> parent = Optional.of(root);
    if (dot >= 0) {
      for (String step : path.substring(0, dot).split("\\.", -1)) {
        parent = parent.flatMap(element -> XmlBody.child(element, step));
      }
    }
    return parent.flatMap(element -> value(element, name)).orElse(null);
  }

  /** Every attribute, and the text of every element that holds no others. */
  @Override
  protected void keepLeft(Predicate<String> isTaken, Attributes rest) {
    keepLeft(root, "", isTaken, rest);
  }

  private static void keepLeft(
      Element element, String prefix, Predicate<String> isTaken, Attributes rest) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      String name = attribute.getNodeName();
      if (!name.equals("xmlns") && !name.startsWith("xmlns:") && !isTaken.test(prefix + name)) {
        rest.keep(prefix + name, attribute.getNodeValue());
      }
    }
    for (Element child : XmlBody.children(element)) {
      String path = prefix + XmlBody.name(child);
      keepLeft(child, path + ".", isTaken, rest);
      if (XmlBody.children(child).isEmpty() && !isTaken.test(path)) {
        rest.keep(path, child.getTextContent());
      }
    }
  }

  private static Optional<String> value(Element element, String name) {
    return element.hasAttribute(name)
        ? Optional.of(element.getAttribute(name))
        : XmlBody.child(element, name).map(Element::getTextContent);
  }
}
