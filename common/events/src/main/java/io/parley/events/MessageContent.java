package io.parley.events;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent: text, attachments, cards, or several of them, or else a template.
 *
 * @param text plain text; empty when there is none
 * @param mediaUrls attachments, by public URL
 * @param template an approved template; everything else is then empty
 * @param attachments attachments, from Parley's file store
 * @param cards one card, or several as a carousel
 * @param suggestions what the customer can tap beneath the message
 */
public record MessageContent(
    String text,
    List<URI> mediaUrls,
    @Nullable MessageTemplate template,
    @EmptyIfAbsent List<Attachment> attachments,
    @EmptyIfAbsent List<RichCard> cards,
    @EmptyIfAbsent List<Suggestion> suggestions) {

  public MessageContent {
    mediaUrls = List.copyOf(mediaUrls);
    attachments = List.copyOf(attachments);
    cards = List.copyOf(cards);
    suggestions = List.copyOf(suggestions);
    boolean written =
        !text.isBlank() || !mediaUrls.isEmpty() || !attachments.isEmpty() || !cards.isEmpty();
    if (written == (template != null)) {
      throw new IllegalArgumentException("a message is either text and attachments or a template");
    }
    if (!suggestions.isEmpty() && template != null) {
      throw new IllegalArgumentException("a template brings its own suggestions");
    }
  }

  /** A message of text and attachments by public URL. */
  public MessageContent(String text, List<URI> mediaUrls) {
    this(text, mediaUrls, null, List.of(), List.of(), List.of());
  }

  /** A message of nothing but text. */
  public static MessageContent ofText(String text) {
    return new MessageContent(text, List.of());
  }

  /** A message made from an approved template. */
  public static MessageContent ofTemplate(MessageTemplate template) {
    return new MessageContent("", List.of(), template, List.of(), List.of(), List.of());
  }
}
