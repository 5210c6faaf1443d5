package io.parley.routing.desk;

import io.parley.events.RichCard;
import io.parley.events.Suggestion;
import io.parley.events.Suggestion.Kind;
import io.parley.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cards and suggestions as an agent's client sends them (providers/google-business-messages.md §5).
 */
final class RichContent {

  private static final int LONGEST_URL = 2_048;

  private RichContent() {}

  /**
   * A card: at least a title, a description or a picture.
   *
   * @param title at most 200 characters
   * @param description at most 2,000 characters
   * @param mediaUrl a public https URL of a picture
   * @param suggestions at most 4
   */
  record Card(
      @Size(max = 200, message = "must have at most 200 characters") @Nullable String title,
      @Size(max = 2000, message = "must have at most 2,000 characters")
          @Nullable String description,
      @Nullable URI mediaUrl,
      @Size(max = 4, message = "must have at most 4 entries")
          @Nullable List<@NotNull @Valid Tap> suggestions) {}

  /**
   * Something to tap.
   *
   * @param kind what tapping does
   * @param text what the customer sees, at most 25 characters
   * @param postback what comes back: letters, digits, underscore and hyphen
   * @param url what OPEN_URL opens, http or https
   * @param phoneNumber what DIAL calls, E.164
   */
  record Tap(
      @NotNull Kind kind,
      @NotBlank @Size(max = 25, message = "must have at most 25 characters") String text,
      @NotNull
          @Pattern(
              regexp = "[A-Za-z0-9_-]{1,2048}",
              message = "must be 1 to 2,048 letters, digits, underscores and hyphens")
          String postback,
      @Nullable URI url,
      @Pattern(
              regexp = "\\+[1-9][0-9]{6,14}",
              message = "must be a number with plus sign and country code, such as +14252306549")
          @Nullable String phoneNumber) {}

  static List<RichCard> cards(@Nullable List<Card> cards) {
    return cards == null
        ? List.of()
        : IntStream.range(0, cards.size())
            .mapToObj(i -> card(cards.get(i), "/cards/" + i))
            .toList();
  }

  static List<Suggestion> suggestions(@Nullable List<Tap> taps, String place) {
    return taps == null
        ? List.of()
        : IntStream.range(0, taps.size())
            .mapToObj(i -> suggestion(taps.get(i), place + "/" + i))
            .toList();
  }

  private static RichCard card(Card card, String place) {
    if (isBlank(card.title()) && isBlank(card.description()) && card.mediaUrl() == null) {
      throw ProblemException.invalid(place, "is empty; give it a title, description or mediaUrl");
    }
    URI picture = card.mediaUrl();
    if (picture != null && (!"https".equalsIgnoreCase(picture.getScheme()) || !isWeb(picture))) {
      throw ProblemException.invalid(place + "/mediaUrl", "must be an absolute https URL");
    }
    return new RichCard(
        card.title(),
        card.description(),
        picture,
        suggestions(card.suggestions(), place + "/suggestions"));
  }

  private static Suggestion suggestion(Tap tap, String place) {
    if ((tap.kind() == Kind.OPEN_URL) != (tap.url() != null)) {
      throw ProblemException.invalid(place + "/url", "goes with OPEN_URL, and with nothing else");
    }
    if ((tap.kind() == Kind.DIAL) != (tap.phoneNumber() != null)) {
      throw ProblemException.invalid(place + "/phoneNumber", "goes with DIAL, and nothing else");
    }
    if (tap.url() != null && !isWeb(tap.url())) {
      throw ProblemException.invalid(place + "/url", "must be an absolute http or https URL");
    }
    return new Suggestion(tap.kind(), tap.text(), tap.postback(), tap.url(), tap.phoneNumber());
  }

  private static boolean isWeb(URI url) {
    return ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.toString().length() <= LONGEST_URL;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
