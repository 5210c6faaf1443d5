package io.parley.simulator.google;

import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.JsonObject;
import java.util.Set;

/** What Business Messages asks of a message (google-business-messages.md §5). */
final class GbmMessageCheck {

  private static final int LONGEST_TEXT = 3072;
  private static final int MOST_SUGGESTIONS = 13;

  private final ContentCheck content;
  private final CardCheck cards;

  GbmMessageCheck(ContentCheck content) {
    this.content = content;
    this.cards = new CardCheck(content, MOST_SUGGESTIONS);
  }

  /**
   * Checks the whole document.
   *
   * @throws InvalidFieldException at the first member that does not fit
   */
  void check(JsonObject message) {
    message.only(
        "messageId",
        "representative",
        "text",
        "containsRichText",
        "fallback",
        "image",
        "richCard",
        "suggestions");
    message.requiredText("messageId");
    representative(message.requiredObject("representative"));
    if (message.countOf("text", "image", "richCard") != 1) {
      throw message.invalid("content", "must be exactly one of text, image and richCard");
    }
    if (message.has("text")) {
      String text = message.requiredText("text", LONGEST_TEXT);
      if (message.bool("containsRichText").orElse(false) && !isWellFormed(text)) {
        throw message.invalid("text", "is not well-formed rich text");
      }
    }
    message.text("fallback", LONGEST_TEXT);
    message
        .object("image")
        .ifPresent(
            image -> content.contentInfo(image.only("contentInfo").requiredObject("contentInfo")));
    message.object("richCard").ifPresent(cards::richCard);
    cards.suggestions(message);
  }

  void representative(JsonObject representative) {
    representative.only("representativeType", "displayName", "avatarImage");
    representative.requiredText("representativeType");
    representative.word("representativeType", Set.of("BOT", "HUMAN"));
    representative.text("displayName");
    content.url(representative, "avatarImage");
  }

  private static boolean isWellFormed(String text) {
    long stars = text.chars().filter(c -> c == '*').count();
    String withoutLinks = text.replaceAll("\\[[^\\]\\[]+\\]\\([^\\s()]+\\)", "");
    return stars % 2 == 0 && !withoutLinks.contains("](");
  }
}
