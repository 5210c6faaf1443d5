package io.parley.channels.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.wire.XmlBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * An XML body. Placeholders stand in attributes and in elements without children, and are put in
 * after the template was read. It is kept as text because a DOM tree is not safe for threads.
 */
record XmlTemplate(String template) implements BodyTemplate {

  /** What XML 1.0 cannot hold at all, not even escaped. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  static XmlTemplate parse(String template) {
    XmlTemplate read = new XmlTemplate(template);
    Element root =
        XmlBody.read(template.getBytes(UTF_8))
            .orElseThrow(() -> new IllegalArgumentException("must be XML without a document type"));
    if (isSole(root, Placeholder.MEDIA_URLS)) {
      throw new IllegalArgumentException("must have one root element: it cannot be repeated");
    }
    read.collect(root, new ArrayList<>());
    return read;
  }

  @Override
  public byte[] fill(Values values) {
    Element root = root();
    fill(root, values);
    return XmlTree.write(root);
  }

  @Override
  public List<Placeholder> placeholders() {
    List<Placeholder> found = new ArrayList<>();
    collect(root(), found);
    return found;
  }

  @Override
  public Optional<String> mediaType() {
    return Optional.of(Format.XML.mediaType());
  }

  private Element root() {
    return XmlBody.read(template.getBytes(UTF_8))
        .orElseThrow(() -> new IllegalStateException("the template was read before"));
  }

  private void collect(Element element, List<Placeholder> found) {
    attributes(element)
        .forEach(
            attribute ->
                TextTemplate.parse(attribute.getValue()).placeholders().forEach(found::add));
    for (Text text : texts(element)) {
      List<Placeholder> here = TextTemplate.parse(text.getData()).placeholders().toList();
      if (!here.isEmpty() && !XmlBody.children(element).isEmpty()) {
        throw new IllegalArgumentException(
            "must have placeholders in attributes and in elements without children only");
      }
      found.addAll(here);
    }
    XmlBody.children(element).forEach(child -> collect(child, found));
  }

  private static void fill(Element element, Values values) {
    for (Attr attribute : attributes(element)) {
      TextTemplate value = TextTemplate.parse(attribute.getValue());
      if (value.isLeftOut(values)) {
        element.removeAttributeNode(attribute);
      } else {
        attribute.setValue(value.fill(values, XmlTemplate::allowed));
      }
    }
    for (Text text : texts(element)) {
      text.setData(TextTemplate.parse(text.getData()).fill(values, XmlTemplate::allowed));
    }
    for (Element child : XmlBody.children(element)) {
      if (TextTemplate.parse(leafText(child)).isLeftOut(values)) {
        element.removeChild(child);
      } else if (isSole(child, Placeholder.MEDIA_URLS)) {
        repeat(element, child, values);
      } else {
        fill(child, values);
      }
    }
  }

  private static void repeat(Element parent, Element child, Values values) {
    for (String url : values.all(Placeholder.MEDIA_URLS)) {
      Node copy = child.cloneNode(false);
      copy.setTextContent(allowed(url));
      parent.insertBefore(copy, child);
    }
    parent.removeChild(child);
  }

  private static boolean isSole(Element element, Placeholder placeholder) {
    return TextTemplate.parse(leafText(element)).sole().equals(Optional.of(placeholder));
  }

  private static String leafText(Element element) {
    return XmlBody.children(element).isEmpty() ? element.getTextContent().strip() : "";
  }

  private static List<Attr> attributes(Element element) {
    List<Attr> attributes = new ArrayList<>();
    for (int index = 0; index < element.getAttributes().getLength(); index++) {
      if (element.getAttributes().item(index) instanceof Attr attribute) {
        attributes.add(attribute);
      }
    }
    return attributes;
  }

  private static List<Text> texts(Element element) {
    List<Text> texts = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Text text) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static String allowed(String text) {
    return FORBIDDEN.matcher(text).replaceAll("");
  }
}
