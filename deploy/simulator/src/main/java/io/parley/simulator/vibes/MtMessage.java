package io.parley.simulator.vibes;

import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * A message to send as it came in (vibes.md §2).
 *
 * @param submitterMessageId empty if absent
 * @param carrier empty if absent
 * @param receiptOption NONE if absent
 * @param callbackUrl empty if absent
 */
record MtMessage(
    String submitterMessageId,
    boolean split,
    boolean alternateDelivery,
    String destination,
    String carrier,
    String source,
    String sourceType,
    String text,
    String companyId,
    String receiptOption,
    String callbackUrl,
    String transactionId) {

  private static final int ONE_PART = 160;
  private static final int LONGEST = 900;
  private static final Set<String> OPTIONS =
      Set.of("NONE", "ERROR", "ALL", "SMSC_ERROR", "SMSC_ALL");

  /**
   * @throws InvalidFieldException if the document is not such a message
   */
  static MtMessage parse(String xml) {
    Element root = Xml.parse(xml);
    require(Xml.localName(root).equals("mtMessage"), "mtMessage", "must be the root");
    Element destination = required(root, "destination");
    require(destination.getAttribute("type").equals("MDN"), "destination@type", "must be MDN");
    require(
        destination.getAttribute("carrier").matches("[0-9]*"),
        "destination@carrier",
        "must be a number");
    Element source = required(root, "source");
    require(!source.getAttribute("type").isEmpty(), "source@type", "is required");
    Optional<Element> option = Xml.child(root, "receiptOption");
    String options = option.map(e -> e.getTextContent().strip()).orElse("NONE");
    require(OPTIONS.contains(options), "receiptOption", "must be one of " + OPTIONS);
    String callbackUrl = option.map(e -> e.getAttribute("callbackUrl")).orElse("");
    require(
        callbackUrl.isEmpty() || Fields.isHttpUrl(callbackUrl),
        "receiptOption@callbackUrl",
        "must be a URL");
    String id = root.getAttribute("submitterMessageId");
    require(id.length() <= 40, "mtMessage@submitterMessageId", "must have at most 40 characters");
    String company = Xml.child(root, "companyId").map(Element::getTextContent).orElse("").strip();
    require(company.matches("[0-9]*"), "companyId", "must be a number");
    return new MtMessage(
        id,
        bool(root, "splitLongMessage"),
        bool(root, "alternateDelivery"),
        destination.getAttribute("address"),
        destination.getAttribute("carrier"),
        source.getAttribute("address"),
        source.getAttribute("type"),
        required(root, "text").getTextContent(),
        company,
        options,
        callbackUrl,
        Xml.child(root, "transaction").map(e -> e.getAttribute("id")).orElse(""));
  }

  /** The destination in E.164, if it is a number of the United States or Canada. */
  Optional<String> customer() {
    return Numbers.normalised(destination);
  }

  /** What reaches the handset: longer text is cut. */
  String delivered() {
    int most = split ? LONGEST : ONE_PART;
    return text.length() <= most ? text : text.substring(0, most);
  }

  private static Element required(Element root, String name) {
    return Xml.child(root, name).orElseThrow(() -> new InvalidFieldException(name, "is required"));
  }

  private static boolean bool(Element root, String name) {
    String value = root.getAttribute(name);
    require(value.matches("|true|false"), "mtMessage@" + name, "must be true or false");
    return value.equals("true");
  }

  private static void require(boolean holds, String field, String reason) {
    if (!holds) {
      throw new InvalidFieldException(field, reason);
    }
  }
}
