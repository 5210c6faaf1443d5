package io.parley.simulator.twilio;

import io.parley.simulator.http.Parameters;
import io.parley.simulator.provider.Segments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of an inbound webhook (twilio-sms.md §3, twilio-whatsapp.md §3). */
final class InboundForm {

  private final InboundOrder order;
  private final String sid;
  private final Address from;
  private final Map<String, String> form = new LinkedHashMap<>();

  private InboundForm(InboundOrder order, String sid) {
    this.order = order;
    this.sid = sid;
    this.from = Address.parse(order.from());
  }

  static Parameters of(
      InboundOrder order, String sid, String body, @Nullable MessagingServiceSettings service) {
    InboundForm form = new InboundForm(order, sid);
    boolean whatsApp = Address.parse(order.to()).channel() == Channel.WHATSAPP;
    form.putCommon(body, whatsApp);
    form.putMedia();
    form.putService(body, service);
    if (whatsApp) {
      form.putWhatsApp();
    } else {
      form.putPlaces();
    }
    form.form.putAll(order.parameters());
    return Parameters.of(form.form);
  }

  private void putCommon(String body, boolean whatsApp) {
    form.put("SmsMessageSid", sid);
    form.put("NumMedia", String.valueOf(order.media().size()));
    form.put("SmsSid", sid);
    form.put("SmsStatus", "received");
    form.put("Body", body.isEmpty() && order.button() != null ? order.button().text() : body);
    form.put("To", order.to());
    form.put("NumSegments", whatsApp ? "1" : String.valueOf(Segments.of(body)));
    form.put("MessageSid", sid);
    form.put("AccountSid", order.accountSid());
    form.put("From", order.from());
    form.put("ApiVersion", Paths.VERSION);
  }

  private void putMedia() {
    List<InboundOrder.Media> media = order.media();
    for (int i = 0; i < media.size(); i++) {
      String url = media.get(i).url();
      String usual =
          "https://api.twilio.com"
              + Paths.message(order.accountSid(), sid)
              + "/Media/"
              + MediaFiles.sid(sid, i);
      form.put("MediaUrl" + i, url == null ? usual : url);
      form.put("MediaContentType" + i, media.get(i).contentType());
    }
  }

  private void putService(String body, @Nullable MessagingServiceSettings service) {
    if (service == null) {
      return;
    }
    form.put("MessagingServiceSid", service.sid());
    if (service.advancedOptOut()) {
      Contacts.keyword(body, Address.parse(order.to()))
          .ifPresent(keyword -> form.put("OptOutType", keyword.name()));
    }
  }

  private void putWhatsApp() {
    put("ProfileName", order.profileName());
    form.put("MessageType", messageType());
    form.put("ReferralNumMedia", "0");
    if (from.isBusinessScopedUser()) {
      form.put("ExternalUserId", order.from());
    } else {
      form.put("WaId", from.value().replace("+", ""));
    }
    put("WaId", order.waId());
    put("ExternalUserId", order.externalUserId());
    if (order.forwarded()) {
      form.put("Forwarded", "true");
    }
    putInteraction();
    InboundOrder.RepliedTo quoted = order.repliedTo();
    if (quoted != null) {
      form.put("OriginalRepliedMessageSid", quoted.sid());
      form.put("OriginalRepliedMessageSender", quoted.sender());
    }
  }

  private void putInteraction() {
    InboundOrder.Location location = order.location();
    if (location != null) {
      form.put("Latitude", location.latitude().toPlainString());
      form.put("Longitude", location.longitude().toPlainString());
      put("Label", location.label());
      put("Address", location.address());
    }
    InboundOrder.Button button = order.button();
    if (button != null) {
      form.put("ButtonText", button.text());
      form.put("ButtonPayload", button.payload());
      put("ButtonType", button.type());
    }
    InboundOrder.ListReply item = order.listReply();
    if (item != null) {
      form.put("ListId", item.id());
      form.put("ListTitle", item.title());
      put("ListDescription", item.description());
    }
  }

  /** Twilio guesses places from the numbers; here there are only two guesses. */
  private void putPlaces() {
    boolean american = from.isNorthAmerican();
    form.put("FromCity", american ? "SEATTLE" : "");
    form.put("FromState", american ? "WA" : "");
    form.put("FromZip", american ? "98101" : "");
    form.put("FromCountry", american ? "US" : "");
    boolean toAmerican = Address.parse(order.to()).isNorthAmerican();
    form.put("ToCity", "");
    form.put("ToState", toAmerican ? "WA" : "");
    form.put("ToZip", "");
    form.put("ToCountry", toAmerican ? "US" : "");
  }

  private String messageType() {
    if (order.messageType() != null) {
      return order.messageType();
    }
    if (order.location() != null) {
      return "location";
    }
    if (order.button() != null) {
      return "button";
    }
    if (order.listReply() != null) {
      return "interactive";
    }
    return order.media().isEmpty() ? "text" : mediaType(order.media().getFirst().contentType());
  }

  private static String mediaType(String contentType) {
    if (contentType.equals("text/vcard")) {
      return "contacts";
    }
    if (contentType.equals("image/webp")) {
      return "sticker";
    }
    return contentType.matches("(image|audio|video)/.*")
        ? contentType.substring(0, contentType.indexOf('/'))
        : "document";
  }

  private void put(String name, @Nullable String value) {
    if (value != null) {
      form.put(name, value);
    }
  }
}
