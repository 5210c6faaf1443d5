package io.parley.simulator.twilio;

import io.parley.simulator.delivery.Outcome;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A webhook's answer as Twilio understands it (twilio-sms.md §3.1).
 *
 * @param replies texts to send to the customer
 */
record TwimlAnswer(@Nullable WebhookProblem problem, List<String> replies) {

  private static final int MOST_BYTES = 64 * 1024;

  TwimlAnswer {
    replies = List.copyOf(replies);
  }

  static TwimlAnswer of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Unanswered unanswered -> wrong(11205, unanswered.reason());
      case Outcome.Answered answered when answered.status() >= 300 ->
          wrong(11200, "answered with " + answered.status());
      case Outcome.Answered answered -> read(answered);
    };
  }

  private static TwimlAnswer read(Outcome.Answered answered) {
    String body = answered.body();
    if (answered.status() == 204) {
      return new TwimlAnswer(null, List.of());
    }
    if (body.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return wrong(11750, "body is longer than 64 kB");
    }
    String contentType = answered.contentType() == null ? "" : answered.contentType();
    String type = contentType.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "text/xml", "application/xml", "text/html" -> xml(body);
      case "text/plain" -> new TwimlAnswer(null, body.isBlank() ? List.of() : List.of(body));
      default -> wrong(12300, "content type is '" + contentType + "'");
    };
  }

  private static TwimlAnswer xml(String body) {
    if (body.isBlank()) {
      return new TwimlAnswer(null, List.of());
    }
    try {
      Element root = builder().parse(new InputSource(new StringReader(body))).getDocumentElement();
      return root.getTagName().equals("Response")
          ? new TwimlAnswer(null, replies(root))
          : wrong(12100, "root element is not Response");
    } catch (SAXException | IOException e) {
      return wrong(12100, "not well-formed XML");
    }
  }

  private static List<String> replies(Element root) {
    NodeList messages = root.getElementsByTagName("Message");
    List<String> replies = new ArrayList<>();
    for (int i = 0; i < messages.getLength(); i++) {
      replies.add(messages.item(i).getTextContent().strip());
    }
    return replies;
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's parser knows this feature", e);
    }
  }

  private static TwimlAnswer wrong(int code, String detail) {
    return new TwimlAnswer(new WebhookProblem(code, detail), List.of());
  }
}
