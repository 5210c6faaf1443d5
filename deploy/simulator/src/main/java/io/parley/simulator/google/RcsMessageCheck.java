package io.parley.simulator.google;

import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** What RCS asks of an agent's message (google-business-messages.md part II). */
final class RcsMessageCheck {

  private static final int LONGEST_TEXT = 3072;
  private static final int MOST_SUGGESTIONS = 11;
  private static final int MOST_BYTES = 250 * 1024;
  private static final String[] KINDS = {
    "text", "fileName", "uploadedRbmFile", "contentInfo", "richCard"
  };

  private final ContentCheck content;
  private final Predicate<String> isFile;

  /**
   * @param isFile whether a file of this name was uploaded
   */
  RcsMessageCheck(ContentCheck content, Predicate<String> isFile) {
    this.content = content;
    this.isFile = isFile;
  }

  /**
   * Checks the whole document.
   *
   * @return the text, empty if there is none
   * @throws InvalidFieldException at the first member that does not fit
   */
  String check(String body) {
    if (body.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new InvalidFieldException("", "must have at most 250 KB");
    }
    JsonObject document = JsonObject.parse(body).only("contentMessage", "ttl", "expireTime");
    if (document.countOf("ttl", "expireTime") > 1) {
      throw document.invalid("ttl", "excludes expireTime");
    }
    document
        .text("ttl")
        .filter(ttl -> !ttl.matches("[0-9]{1,9}(\\.[0-9]{1,9})?s"))
        .ifPresent(
            bad -> {
              throw document.invalid("ttl", "must be seconds such as 30s");
            });
    document.text("expireTime");
    JsonObject message = document.requiredObject("contentMessage");
    message.only("text", "fileName", "uploadedRbmFile", "contentInfo", "richCard", "suggestions");
    if (message.countOf(KINDS) != 1) {
      throw message.invalid("content", "must be exactly one of text, file, contentInfo, richCard");
    }
    if (message.has("text")) {
      message.requiredText("text", LONGEST_TEXT);
    }
    file(message);
    message
        .object("uploadedRbmFile")
        .ifPresent(upload -> file(upload.only("fileName", "thumbnailName")));
    message.object("contentInfo").ifPresent(content::contentInfo);
    CardCheck cards = new CardCheck(content, MOST_SUGGESTIONS);
    message.object("richCard").ifPresent(cards::richCard);
    cards.suggestions(message);
    return message.text("text").orElse("");
  }

  private void file(JsonObject holder) {
    holder
        .text("fileName")
        .filter(isFile.negate())
        .ifPresent(
            unknown -> {
              throw holder.invalid("fileName", "is not an uploaded file");
            });
  }
}
