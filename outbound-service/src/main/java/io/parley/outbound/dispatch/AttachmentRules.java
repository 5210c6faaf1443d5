package io.parley.outbound.dispatch;

import io.parley.channels.Capabilities;
import io.parley.channels.ChannelProvider;
import io.parley.events.Attachment;
import io.parley.events.Channel;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which files of agents a provider takes on a channel (domain/channels-and-accounts.md §3.1). Pure.
 */
final class AttachmentRules {

  private AttachmentRules() {}

  /** Why the content's attachments cannot be sent, or nothing. Names the file. */
  static Optional<DeliveryReason> refusal(
      MessageContent content, ChannelProvider provider, Channel channel) {
    List<Attachment> attachments = content.attachments();
    if (attachments.isEmpty()) {
      return Optional.empty();
    }
    Capabilities can = provider.capabilities(channel);
    if (!can.can(Capabilities.Feature.MEDIA_OUT) || can.attachments().isEmpty()) {
      return refuse(
          named(attachments.getFirst())
              + " cannot be sent: "
              + provider.label()
              + " takes no attachments on this channel. Write a text.");
    }
    for (Attachment attachment : attachments) {
      if (!can.attachments().contains(extension(attachment.fileName()))) {
        return refuse(
            named(attachment)
                + " cannot be sent on this channel. Allowed are files that end in "
                + can.attachments().stream()
                    .sorted()
                    .map(extension -> "." + extension)
                    .collect(Collectors.joining(", "))
                + ".");
      }
    }
    int before = content.mediaUrls().size();
    if (before + attachments.size() > can.mostAttachments()) {
      int most = can.mostAttachments();
      return refuse(
          named(attachments.get(Math.max(0, most - before)))
              + " is one too many: a message can have "
              + most
              + (most == 1 ? " attachment" : " attachments")
              + " at most on this channel. Send the others separately.");
    }
    return Optional.empty();
  }

  private static String named(Attachment attachment) {
    return "The file \"" + attachment.fileName() + "\"";
  }

  private static String extension(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static Optional<DeliveryReason> refuse(String text) {
    return Optional.of(new DeliveryReason(FailureCause.CONTENT_INVALID, text, null));
  }
}
