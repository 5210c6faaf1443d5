package io.parley.channels.google;

import io.parley.events.Channel;
import io.parley.events.MessageContent;
import io.parley.events.RichCard;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which form content goes out. Google takes exactly one of text, file and cards in a message
 * (providers/google-business-messages.md §5): a picture with words becomes a card, and files that
 * cannot be shown become links beneath the text.
 */
sealed interface Layout {

  /** Nothing but text, links included. */
  record Text(String text) implements Layout {}

  /** A file on its own, shown by the customer's app. */
  record File(URI url) implements Layout {}

  /** One card, or several as a carousel. */
  record Cards(List<RichCard> cards) implements Layout {}

  /** Longest description of a card, in Unicode characters. */
  int MAX_DESCRIPTION = 2_000;

  /** What is shown as a picture, by extension of its name. */
  Set<String> PICTURES = Set.of("jpg", "jpeg", "png");

  /** What RCS shows or plays on its own, by extension of its name. */
  Set<String> RCS_FILES = Set.of("jpg", "jpeg", "png", "gif", "mp4", "pdf");

  /** The form of some content. */
  static Layout of(MessageContent content, Channel channel) {
    if (!content.cards().isEmpty()) {
      return new Cards(content.cards());
    }
    List<URI> files = content.mediaUrls();
    if (files.size() == 1) {
      URI file = files.getFirst();
      if (content.text().isBlank() && showable(channel).contains(extension(file))) {
        return new File(file);
      }
      if (PICTURES.contains(extension(file))
          && !content.text().isBlank()
          && characters(content.text()) <= MAX_DESCRIPTION) {
        return new Cards(List.of(new RichCard(null, content.text(), file, List.of())));
      }
    }
    return new Text(
        Stream.concat(
                Stream.of(content.text()).filter(text -> !text.isBlank()),
                files.stream().map(URI::toString))
            .collect(Collectors.joining("\n")));
  }

  /** How long a text is, in Unicode characters. */
  static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  private static Set<String> showable(Channel channel) {
    return switch (channel) {
      case GOOGLE_BUSINESS_MESSAGES -> PICTURES;
      case RCS -> RCS_FILES;
      case SMS, WHATSAPP, CUSTOM -> throw GoogleAddresses.notServed(channel);
    };
  }

  private static String extension(URI url) {
    String path = url.getPath() == null ? "" : url.getPath();
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
