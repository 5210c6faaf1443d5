package io.parley.channels.custom;

import io.parley.channels.wire.XmlBody;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Copies and writes XML that has been read safely. Neither changes what it is given. */
final class XmlTree {

  /** Elements, attributes and texts; more than any provider's call has. */
  static final int MOST_NODES = 10_000;

  private XmlTree() {}

  /** A copy without namespaces, comments and instructions; nothing if it is too large. */
  static Optional<Element> plain(Element root) {
    if (count(root, 0) > MOST_NODES) {
      return Optional.empty();
    }
    Document document = empty(root);
    document.appendChild(copy(root, document, Set.of()));
    return Optional.of(document.getDocumentElement());
  }

  /** An element as the root of a document of its own. */
  static Element own(Element element) {
    return without(element, Set.of());
  }

  /** The same tree without some of its nodes. */
  static Element without(Element root, Set<Node> left) {
    Document document = empty(root);
    document.appendChild(copy(root, document, left));
    return document.getDocumentElement();
  }

  /** As UTF-8, with the XML declaration. */
  static byte[] write(Element root) {
    try {
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      root.getOwnerDocument().setXmlStandalone(true);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      transformer.transform(new DOMSource(root.getOwnerDocument()), new StreamResult(bytes));
      return bytes.toByteArray();
    } catch (TransformerException e) {
      throw new IllegalStateException("a tree that was read can be written", e);
    }
  }

  private static Document empty(Element like) {
    return like.getOwnerDocument().getImplementation().createDocument(null, null, null);
  }

  private static Element copy(Element from, Document into, Set<Node> left) {
    Element copy = into.createElement(XmlBody.name(from));
    for (int index = 0; index < from.getAttributes().getLength(); index++) {
      if (from.getAttributes().item(index) instanceof Attr attribute
          && !left.contains(attribute)
          && !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
        String local = attribute.getLocalName();
        copy.setAttribute(local == null ? attribute.getName() : local, attribute.getValue());
      }
    }
    for (Node node = from.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && !left.contains(element)) {
        copy.appendChild(copy(element, into, left));
      } else if (node instanceof Text text && !left.contains(text)) {
        copy.appendChild(into.createTextNode(text.getData()));
      }
    }
    return copy;
  }

  private static int count(Element element, int before) {
    int count = before + 1 + element.getAttributes().getLength();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (count > MOST_NODES) {
        return count;
      }
      count = node instanceof Element child ? count(child, count) : count + 1;
    }
    return count;
  }
}
