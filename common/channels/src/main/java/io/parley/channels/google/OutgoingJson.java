package io.parley.channels.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.wire.StorableText;
import io.parley.events.Channel;
import io.parley.events.EventJson;
import io.parley.events.Suggestion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The body of the call that sends a message (providers/google-business-messages.md §5, part II).
 */
final class OutgoingJson {

  private OutgoingJson() {}

  /** The body, in UTF-8. */
  static byte[] of(OutgoingMessage message, Map<String, String> settings) {
    Channel channel = message.from().channel();
    ObjectNode body =
        switch (channel) {
          case GOOGLE_BUSINESS_MESSAGES -> businessMessages(message, settings);
          case RCS -> rcs(message, settings);
          case SMS, WHATSAPP, CUSTOM -> throw GoogleAddresses.notServed(channel);
        };
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode businessMessages(
      OutgoingMessage message, Map<String, String> settings) {
    RichJson rich = new RichJson(Channel.GOOGLE_BUSINESS_MESSAGES, settings);
    List<Suggestion> suggestions = message.content().suggestions();
    Layout layout = Layout.of(message.content(), Channel.GOOGLE_BUSINESS_MESSAGES);
    ObjectNode body = EventJson.mapper().createObjectNode();
    body.put("messageId", message.id().toString());
    switch (layout) {
      case Layout.Text(String text) -> {
        body.put("text", StorableText.of(text));
        if (settings.getOrDefault(GoogleForm.RICH_TEXT, "false").equals("true")) {
          body.put("containsRichText", true);
        }
      }
      case Layout.File(var url) ->
          body.putObject("image").putObject("contentInfo").put("fileUrl", url.toString());
      case Layout.Cards(var cards) -> body.set("richCard", rich.cards(cards));
    }
    body.set("representative", representative(settings));
    Fallback.of(layout, suggestions)
        .ifPresent(fallback -> body.put("fallback", StorableText.of(fallback)));
    if (!suggestions.isEmpty()) {
      body.set("suggestions", rich.suggestions(suggestions));
    }
    return body;
  }

  /** Always a person: agents write these messages. */
  private static ObjectNode representative(Map<String, String> settings) {
    ObjectNode representative = EventJson.mapper().createObjectNode();
    representative.put("representativeType", "HUMAN");
    String name = settings.get(GoogleForm.REPRESENTATIVE_NAME);
    if (name != null) {
      representative.put("displayName", name);
    }
    String avatar = settings.get(GoogleForm.REPRESENTATIVE_AVATAR);
    if (avatar != null) {
      representative.put("avatarImage", avatar);
    }
    return representative;
  }

  private static ObjectNode rcs(OutgoingMessage message, Map<String, String> settings) {
    RichJson rich = new RichJson(Channel.RCS, settings);
    ObjectNode body = EventJson.mapper().createObjectNode();
    ObjectNode content = body.putObject("contentMessage");
    switch (Layout.of(message.content(), Channel.RCS)) {
      case Layout.Text(String text) -> content.put("text", StorableText.of(text));
      case Layout.File(var url) -> content.putObject("contentInfo").put("fileUrl", url.toString());
      case Layout.Cards(var cards) -> content.set("richCard", rich.cards(cards));
    }
    if (!message.content().suggestions().isEmpty()) {
      content.set("suggestions", rich.suggestions(message.content().suggestions()));
    }
    String lifetime = settings.get(GoogleForm.LIFETIME);
    if (lifetime != null) {
      body.put("ttl", lifetime + "s");
    }
    return body;
  }
}
