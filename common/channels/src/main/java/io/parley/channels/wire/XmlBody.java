package io.parley.channels.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * XML from outside. A document type declaration is refused, so there are no entities to expand and
 * nothing is ever fetched. Namespaces are ignored: elements go by their local names.
 */
public final class XmlBody {

  /** More than any provider's call is deep; keeps a hostile body from exhausting the stack. */
  private static final int DEEPEST = 64;

  private XmlBody() {}

  /** The root element; nothing if the bytes are not XML, or have a document type. */
  public static Optional<Element> read(byte[] xml) {
    try {
      Document document = builder().parse(new ByteArrayInputStream(xml));
      Element root = document.getDocumentElement();
      return root == null || isTooDeep(root, 0) ? Optional.empty() : Optional.of(root);
    } catch (SAXException | IOException notXml) {
      return Optional.empty();
    }
  }

  /** The local name of an element. */
  public static String name(Element element) {
    String local = element.getLocalName();
    return local == null ? element.getTagName() : local;
  }

  /** An attribute that is there and not blank, stripped. */
  public static @Nullable String attribute(Element element, String name) {
    String value = element.getAttribute(name).strip();
    return value.isEmpty() ? null : value;
  }

  /** The first child of this name. */
  public static Optional<Element> child(Element parent, String name) {
    return children(parent).stream().filter(child -> name(child).equals(name)).findFirst();
  }

  /** Every child element. */
  public static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static boolean isTooDeep(Element element, int depth) {
    return depth > DEEPEST
        || children(element).stream().anyMatch(child -> isTooDeep(child, depth + 1));
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setNamespaceAware(true);
      factory.setCoalescing(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java has this XML parser", e);
    }
  }

  /** The default handler writes what customers sent to standard error. */
  private static final class Silent implements ErrorHandler {

    @Override
    public void warning(SAXParseException warning) {}

    @Override
    public void error(SAXParseException error) throws SAXException {
      throw error;
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
      throw error;
    }
  }
}
