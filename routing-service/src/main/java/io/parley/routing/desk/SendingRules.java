package io.parley.routing.desk;

import io.parley.channels.Capabilities;
import io.parley.channels.Capabilities.Feature;
import io.parley.channels.Capabilities.TextUnit;
import io.parley.events.Attachment;
import io.parley.events.MessageContent;
import io.parley.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a conversation's channel cannot carry, said to the agent before anything is stored
 * (domain/channels-and-accounts.md §3). Pure.
 */
final class SendingRules {

  /** Where nothing is known of the channel (domain/channels-and-accounts.md §3.2). */
  private static final int LONGEST_TEXT = 1_600;

  private SendingRules() {}

  /**
   * Refuses what cannot be sent.
   *
   * @param channel nothing when it is not known what the channel can do
   */
  static void require(MessageContent content, Optional<Capabilities> channel) {
    requireLength(content.text(), channel);
    content.attachments().stream()
        .map(Attachment::fileName)
        .map(name -> whyNotAttached(name, channel))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(
            why -> {
              throw ProblemException.invalid("/attachmentIds", why);
            });
    int files = content.attachments().size() + content.mediaUrls().size();
    channel
        .filter(c -> !content.attachments().isEmpty() && files > c.mostAttachments())
        .ifPresent(
            c -> {
              throw ProblemException.invalid(
                  "/attachmentIds",
                  "at most "
                      + c.mostAttachments()
                      + " attachments go with one message on this channel");
            });
    if (!channel.map(c -> c.can(Feature.RICH_CONTENT)).orElse(false)) {
      if (!content.cards().isEmpty()) {
        throw ProblemException.invalid(
            "/cards", "cannot be shown on this channel; write it as text");
      }
      if (!content.suggestions().isEmpty()) {
        throw ProblemException.invalid(
            "/suggestions", "cannot be shown on this channel; write them as text");
      }
    }
  }

  /** Why a file of this name cannot be attached; empty when it can. */
  static Optional<String> whyNotAttached(String fileName, Optional<Capabilities> channel) {
    Set<String> allowed = channel.map(Capabilities::attachments).orElse(Set.of());
    if (allowed.isEmpty()) {
      return Optional.of("attachments are not possible on this channel");
    }
    int dot = fileName.lastIndexOf('.');
    String extension = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    return allowed.contains(extension)
        ? Optional.empty()
        : Optional.of(
            "on this channel a file's name must end in one of "
                + String.join(", ", new TreeSet<>(allowed)));
  }

  private static void requireLength(String text, Optional<Capabilities> channel) {
    int longest = channel.map(Capabilities::longestText).orElse(LONGEST_TEXT);
    boolean bytes = channel.filter(c -> c.unit() == TextUnit.UTF8_BYTES).isPresent();
    int length =
        bytes
            ? text.getBytes(StandardCharsets.UTF_8).length
            : text.codePointCount(0, text.length());
    if (length > longest) {
      throw ProblemException.invalid(
          "/text",
          String.format(
              Locale.ROOT,
              "must have at most %,d %s on this channel; this has %,d",
              longest,
              bytes ? "bytes in UTF-8" : "characters",
              length));
    }
  }
}
