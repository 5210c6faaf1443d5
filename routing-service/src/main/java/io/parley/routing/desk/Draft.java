package io.parley.routing.desk;

import io.parley.events.Attachment;
import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import io.parley.events.RichCard;
import io.parley.events.Suggestion;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose attachments are not looked up yet.
 *
 * @param attachmentIds files that the agent uploaded before, each once
 */
record Draft(
    String text,
    List<URI> mediaUrls,
    @Nullable MessageTemplate template,
    List<UUID> attachmentIds,
    List<RichCard> cards,
    List<Suggestion> suggestions) {

  Draft {
    mediaUrls = List.copyOf(mediaUrls);
    attachmentIds = List.copyOf(attachmentIds);
    cards = List.copyOf(cards);
    suggestions = List.copyOf(suggestions);
  }

  /**
   * The answer with its attachments.
   *
   * @param attachments one for each id
   */
  MessageContent with(List<Attachment> attachments) {
    return new MessageContent(text, mediaUrls, template, attachments, cards, suggestions);
  }
}
