package io.parley.channels.google;

import io.parley.channels.wire.StorableText;
import io.parley.events.RichCard;
import io.parley.events.Suggestion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The same in plain words, for devices on Business Messages that cannot show a picture, a card or
 * something to tap; without it Google refuses the message (providers/google-business-messages.md
 * §5, FAILED_PRECONDITION).
 */
final class Fallback {

  /** Longest fallback, in Unicode characters; UTF-16 units are never fewer. */
  static final int LONGEST = 3_072;

  private Fallback() {}

  /** The words; nothing where the message is plain text already. */
  static Optional<String> of(Layout layout, List<Suggestion> suggestions) {
    Stream<String> content =
        switch (layout) {
          case Layout.Text(String text) -> Stream.of(text);
          case Layout.File(var url) -> Stream.of(url.toString());
          case Layout.Cards(List<RichCard> cards) -> cards.stream().flatMap(Fallback::card);
        };
    if (layout instanceof Layout.Text && suggestions.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        StorableText.cut(
            Stream.concat(content, suggestions.stream().map(Fallback::suggestion))
                .collect(Collectors.joining("\n")),
            LONGEST));
  }

  private static Stream<String> card(RichCard card) {
    return Stream.concat(
        Stream.of(card.title(), card.description(), card.mediaUrl())
            .filter(Objects::nonNull)
            .map(Objects::toString)
            .filter(line -> !line.isBlank()),
        card.suggestions().stream().map(Fallback::suggestion));
  }

  private static String suggestion(Suggestion suggestion) {
    return switch (suggestion.kind()) {
      case REPLY, LIVE_AGENT -> "- " + suggestion.text();
      case OPEN_URL -> "- " + suggestion.text() + ": " + suggestion.url();
      case DIAL -> "- " + suggestion.text() + ": " + suggestion.phoneNumber();
    };
  }
}
