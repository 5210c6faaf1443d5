package io.parley.events;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card with a picture, words and suggestions, on channels that show it. Several cards of one
 * message are a carousel (providers/google-business-messages.md §5).
 *
 * @param title at most 200 characters
 * @param description at most 2,000 characters
 * @param mediaUrl a public picture
 * @param suggestions at most 4
 */
public record RichCard(
    @Nullable String title,
    @Nullable String description,
    @Nullable URI mediaUrl,
    List<Suggestion> suggestions) {

  public RichCard {
    suggestions = List.copyOf(suggestions);
    if (title == null && description == null && mediaUrl == null) {
      throw new IllegalArgumentException("a card has a title, a description or a picture");
    }
  }
}
