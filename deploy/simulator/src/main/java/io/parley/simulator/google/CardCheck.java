package io.parley.simulator.google;

import io.parley.simulator.http.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * Rich cards and suggestions, which Business Messages and RCS share (google-business-messages.md
 * §5).
 */
final class CardCheck {

  private final ContentCheck content;
  private final int mostSuggestions;

  /**
   * @param mostSuggestions beside a message; a card has at most 4
   */
  CardCheck(ContentCheck content, int mostSuggestions) {
    this.content = content;
    this.mostSuggestions = mostSuggestions;
  }

  void richCard(JsonObject card) {
    card.only("standaloneCard", "carouselCard");
    if (card.countOf("standaloneCard", "carouselCard") != 1) {
      throw card.invalid("", "must have exactly one of standaloneCard and carouselCard");
    }
    card.object("standaloneCard")
        .ifPresent(
            standalone -> {
              standalone.only("cardContent", "cardOrientation", "thumbnailImageAlignment");
              cardContent(standalone.requiredObject("cardContent"), true);
            });
    card.object("carouselCard").ifPresent(this::carousel);
  }

  void suggestions(JsonObject message) {
    List<JsonObject> suggestions = message.objects("suggestions");
    if (suggestions.size() > mostSuggestions) {
      throw message.invalid("suggestions", "must have at most " + mostSuggestions + " entries");
    }
    suggestions.forEach(this::suggestion);
  }

  private void carousel(JsonObject carousel) {
    carousel.only("cardWidth", "cardContents");
    String width = carousel.word("cardWidth", Set.of("SMALL", "MEDIUM")).orElse("MEDIUM");
    List<JsonObject> cards = carousel.objects("cardContents");
    if (cards.size() < 2 || cards.size() > 10) {
      throw carousel.invalid("cardContents", "must have 2 to 10 entries");
    }
    cards.forEach(card -> cardContent(card, width.equals("MEDIUM")));
  }

  private void cardContent(JsonObject card, boolean tallFits) {
    card.only("title", "description", "media", "suggestions");
    card.text("title", 200);
    card.text("description", 2000);
    card.object("media")
        .ifPresent(
            media -> {
              media.only("height", "contentInfo", "file", "fileName");
              String height =
                  media.word("height", Set.of("SHORT", "MEDIUM", "TALL")).orElse("MEDIUM");
              if (height.equals("TALL") && !tallFits) {
                throw media.invalid("height", "must not be TALL with cardWidth SMALL");
              }
              media.object("contentInfo").ifPresent(content::contentInfo);
            });
    if (card.objects("suggestions").size() > 4) {
      throw card.invalid("suggestions", "must have at most 4 entries");
    }
    card.objects("suggestions").forEach(this::suggestion);
  }

  private void suggestion(JsonObject suggestion) {
    suggestion.only("reply", "action", "liveAgentRequest", "authenticationRequest");
    if (suggestion.countOf("reply", "action", "liveAgentRequest", "authenticationRequest") != 1) {
      throw suggestion.invalid("", "must have exactly one kind");
    }
    suggestion.object("reply").ifPresent(reply -> label(reply.only("text", "postbackData")));
    suggestion.object("action").ifPresent(this::action);
  }

  private void action(JsonObject action) {
    label(action);
    String[] kinds = {
      "openUrlAction",
      "dialAction",
      "viewLocationAction",
      "shareLocationAction",
      "createCalendarEventAction"
    };
    if (action.countOf(kinds) != 1) {
      throw action.invalid("", "must have exactly one kind of action");
    }
    action.object("openUrlAction").ifPresent(open -> open.requiredText("url"));
    action.object("dialAction").ifPresent(dial -> dial.requiredText("phoneNumber"));
  }

  private static void label(JsonObject chip) {
    chip.requiredText("text", 25);
    chip.text("postbackData", 2048);
  }
}
