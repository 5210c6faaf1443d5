package io.parley.routing.desk;

import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import io.parley.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply as an agent's client sends it: text, attachments or both, or else a template.
 *
 * @param id chosen by the client, so that a repeated request is one message
 * @param text at most 1,600 characters (domain/channels-and-accounts.md §3.2)
 * @param mediaUrls at most 10 public https URLs
 * @param template an approved template
 */
record ReplyRequest(
    @Nullable UUID id,
    @Size(max = 1600, message = "must have at most 1,600 characters") @Nullable String text,
    @Size(max = 10, message = "must have at most 10 entries")
        @Nullable List<@NotNull URI> mediaUrls,
    @Valid @Nullable Template template) {

  /**
   * A template of the channel.
   *
   * @param reference the provider's id of it, for Twilio {@code HX…}
   * @param variables value by placeholder
   */
  record Template(
      @NotBlank @Size(max = 100) String reference,
      @Size(max = 100) @Nullable Map<@NotBlank String, @NotBlank String> variables) {}

  MessageContent content() {
    String written = text == null ? "" : text;
    List<URI> media = mediaUrls == null ? List.of() : mediaUrls;
    media.forEach(ReplyRequest::requirePublic);
    Template chosen = template;
    boolean any = !written.isBlank() || !media.isEmpty();
    if (chosen == null && !any) {
      throw ProblemException.invalid("/text", "is empty; send text, mediaUrls or a template");
    }
    if (chosen != null && any) {
      throw ProblemException.invalid("/template", "cannot be combined with text or mediaUrls");
    }
    return chosen == null
        ? new MessageContent(written, media)
        : MessageContent.ofTemplate(
            new MessageTemplate(
                chosen.reference(), chosen.variables() == null ? Map.of() : chosen.variables()));
  }

  private static void requirePublic(URI url) {
    if (!"https".equals(url.getScheme()) || url.getHost() == null) {
      throw ProblemException.invalid("/mediaUrls", "must be absolute https URLs");
    }
  }
}
