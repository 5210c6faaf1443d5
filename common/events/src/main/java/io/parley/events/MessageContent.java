package io.parley.events;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent: text, attachments or both, or else a template.
 *
 * @param text plain text; empty when there is none
 * @param mediaUrls attachments, by public URL
 * @param template an approved template; text and attachments are then empty
 */
public record MessageContent(String text, List<URI> mediaUrls, @Nullable MessageTemplate template) {

  public MessageContent {
    mediaUrls = List.copyOf(mediaUrls);
    boolean written = !text.isBlank() || !mediaUrls.isEmpty();
    if (written == (template != null)) {
      throw new IllegalArgumentException("a message is either text and attachments or a template");
    }
  }

  /** A message of nothing but text. */
  public static MessageContent ofText(String text) {
    return new MessageContent(text, List.of(), null);
  }

  /** A message made from an approved template. */
  public static MessageContent ofTemplate(MessageTemplate template) {
    return new MessageContent("", List.of(), template);
  }
}
