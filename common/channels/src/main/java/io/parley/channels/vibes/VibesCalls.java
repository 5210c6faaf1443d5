package io.parley.channels.vibes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.CallContext;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.wire.BasicCredentials;
import io.parley.events.configuration.ChannelAddress;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The calls to the HTTP Message API (providers/vibes.md §1 and §2). */
final class VibesCalls {

  private VibesCalls() {}

  /** Sends a message. */
  static ProviderRequest send(OutgoingMessage message, CallContext context, URI statusCallback) {
    VibesSettings settings = new VibesSettings(context.account().settings());
    return new ProviderRequest(
        "POST",
        context.at(settings.api() + "/mt/messages"),
        Map.of(
            "Authorization", List.of(authorization(context)),
            "Content-Type", List.of(settings.contentType())),
        body(message, settings, statusCallback).getBytes(UTF_8));
  }

  /** Asks for the carrier of a number. */
  static ProviderRequest carrier(CallContext context) {
    VibesSettings settings = new VibesSettings(context.account().settings());
    return new ProviderRequest(
        "GET",
        context.at(settings.api() + "/mdns/" + settings.checkNumber()),
        Map.of("Authorization", List.of(authorization(context))),
        new byte[0]);
  }

  private static String authorization(CallContext context) {
    return new BasicCredentials(
            context.account().setting(VibesSettings.USERNAME),
            context.account().secret(VibesSettings.PASSWORD))
        .header();
  }

  private static String body(OutgoingMessage message, VibesSettings settings, URI statusCallback) {
    StringWriter body = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(body);
      xml.writeStartElement("mtMessage");
      xml.writeAttribute("submitterMessageId", message.id().toString());
      xml.writeAttribute("splitLongMessage", String.valueOf(settings.splitLongMessage()));
      address(xml, "destination", message.to().value(), "MDN");
      address(xml, "source", message.from().address(), type(message.from(), settings));
      element(xml, "text", VibesRules.carried(message.content().text()));
      Optional<String> company = settings.optional(VibesSettings.COMPANY_ID);
      if (company.isPresent()) {
        element(xml, "companyId", company.get());
      }
      xml.writeStartElement("receiptOption");
      xml.writeAttribute("callbackUrl", statusCallback.toString());
      xml.writeCharacters(settings.receiptOption());
      xml.writeEndElement();
      if (message.answers() != null) {
        xml.writeEmptyElement("transaction");
        xml.writeAttribute("id", VibesRules.carried(message.answers()));
      }
      xml.writeEndElement();
      xml.close();
      return body.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory never fails", e);
    }
  }

  private static String type(ChannelAddress from, VibesSettings settings) {
    return switch (from.type()) {
      case SHORT_CODE -> "SC";
      case LONG_CODE, TOLL_FREE, ALPHANUMERIC, WHATSAPP_NUMBER, BUSINESS_AGENT, CUSTOM ->
          settings.longCodeType();
    };
  }

  private static void address(XMLStreamWriter xml, String name, String address, String type)
      throws XMLStreamException {
    xml.writeEmptyElement(name);
    xml.writeAttribute("address", address);
    xml.writeAttribute("type", type);
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
