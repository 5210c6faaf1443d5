package io.parley.channels.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.events.Channel;
import io.parley.events.EventJson;
import io.parley.events.RichCard;
import io.parley.events.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Cards and suggestions as both of Google's APIs write them; the differences are here. */
final class RichJson {

  private final Channel channel;
  private final Map<String, String> settings;

  RichJson(Channel channel, Map<String, String> settings) {
    this.channel = channel;
    this.settings = settings;
  }

  /** One card, or several as a carousel. */
  ObjectNode cards(List<RichCard> cards) {
    ObjectNode rich = object();
    if (cards.size() == 1) {
      ObjectNode standalone = rich.putObject("standaloneCard");
      if (channel == Channel.RCS) {
        standalone.put("cardOrientation", "VERTICAL");
      }
      standalone.set("cardContent", card(cards.getFirst()));
      return rich;
    }
    ObjectNode carousel = rich.putObject("carouselCard");
    carousel.put("cardWidth", settings.getOrDefault(GoogleForm.CARD_WIDTH, GoogleForm.USUAL_WIDTH));
    ArrayNode contents = carousel.putArray("cardContents");
    cards.forEach(card -> contents.add(card(card)));
    return rich;
  }

  /** What can be tapped. */
  ArrayNode suggestions(List<Suggestion> suggestions) {
    ArrayNode list = EventJson.mapper().createArrayNode();
    suggestions.forEach(suggestion -> list.add(suggestion(suggestion)));
    return list;
  }

  private ObjectNode card(RichCard card) {
    ObjectNode content = object();
    if (card.title() != null) {
      content.put("title", card.title());
    }
    if (card.description() != null) {
      content.put("description", card.description());
    }
    if (card.mediaUrl() != null) {
      ObjectNode media = content.putObject("media");
      media.put("height", settings.getOrDefault(GoogleForm.MEDIA_HEIGHT, GoogleForm.USUAL_HEIGHT));
      media.putObject("contentInfo").put("fileUrl", card.mediaUrl().toString());
    }
    if (!card.suggestions().isEmpty()) {
      content.set("suggestions", suggestions(card.suggestions()));
    }
    return content;
  }

  private ObjectNode suggestion(Suggestion suggestion) {
    ObjectNode json = object();
    switch (suggestion.kind()) {
      case REPLY -> worded(json.putObject("reply"), suggestion);
      case OPEN_URL ->
          worded(json.putObject("action"), suggestion)
              .putObject("openUrlAction")
              .put("url", Objects.toString(suggestion.url()));
      case DIAL ->
          worded(json.putObject("action"), suggestion)
              .putObject("dialAction")
              .put("phoneNumber", suggestion.phoneNumber());
      case LIVE_AGENT -> {
        if (channel == Channel.RCS) {
          // RCS has no such request: it is an answer like any other there.
          worded(json.putObject("reply"), suggestion);
        } else {
          json.putObject("liveAgentRequest");
        }
      }
    }
    return json;
  }

  private static ObjectNode worded(ObjectNode node, Suggestion suggestion) {
    return node.put("text", suggestion.text()).put("postbackData", suggestion.postback());
  }

  private static ObjectNode object() {
    return EventJson.mapper().createObjectNode();
  }
}
