package io.parley.simulator.custom;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Parameters;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Looks up places in a document of any format. */
interface Places {

  /** The text at the place; empty if there is none. */
  Optional<String> at(String place);

  /**
   * Reads a document.
   *
   * @throws InvalidFieldException if the document is not of this format
   */
  static Places of(Body.Format format, String document) {
    return switch (format) {
      case JSON -> json(Json.read(document, JsonNode.class));
      case FORM -> form(document);
      case XML -> xml(document);
    };
  }

  private static Places json(JsonNode root) {
    return place -> {
      JsonNode found = root.at(place);
      return found.isValueNode() && !found.isNull()
          ? Optional.of(found.asText())
          : Optional.empty();
    };
  }

  private static Places form(String document) {
    try {
      Parameters form = Parameters.parse(document);
      return place -> Optional.ofNullable(form.first(place));
    } catch (IllegalArgumentException e) {
      throw new InvalidFieldException("", "is not a form");
    }
  }

  private static Places xml(String document) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      Document parsed = builder.parse(new InputSource(new StringReader(document)));
      return place -> evaluated(parsed, place);
    } catch (SAXException | IOException e) {
      throw new InvalidFieldException("", "is not well-formed XML");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's parser can be hardened", e);
    }
  }

  private static Optional<String> evaluated(Document document, String expression) {
    try {
      String found = XPathFactory.newInstance().newXPath().evaluate(expression, document);
      return Optional.of(found).filter(text -> !text.isEmpty());
    } catch (XPathExpressionException e) {
      return Optional.empty();
    }
  }
}
