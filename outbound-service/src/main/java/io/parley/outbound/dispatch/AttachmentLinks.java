package io.parley.outbound.dispatch;

import io.parley.channels.OutgoingMessage;
import io.parley.events.Attachment;
import io.parley.events.MessageContent;
import io.parley.platform.file.FileLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Turns what agents attach into links that providers can open for a while. */
@ApplicationScoped
class AttachmentLinks {

  private final FileLinks links;
  private final Duration validity;

  AttachmentLinks(FileLinks links, AttachmentConfiguration configuration) {
    this.links = links;
    this.validity = configuration.validity();
  }

  /** The message with a link in the place of each attachment, after the URLs that it has. */
  OutgoingMessage in(OutgoingMessage message) {
    MessageContent content = message.content();
    if (content.attachments().isEmpty()) {
      return message;
    }
    List<URI> urls = new ArrayList<>(content.mediaUrls());
    for (Attachment attachment : content.attachments()) {
      urls.add(links.link(attachment.fileId(), attachment.fileName(), validity));
    }
    return message.with(
        new MessageContent(
            content.text(),
            urls,
            content.template(),
            List.of(),
            content.cards(),
            content.suggestions()));
  }
}
