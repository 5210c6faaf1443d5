package io.parley.routing.desk;

import io.parley.events.MessageTemplate;
import io.parley.events.RichCard;
import io.parley.events.Suggestion;
import io.parley.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply as an agent's client sends it: text, attachments, cards, or several of them, or else a
 * template. What the channel cannot carry is refused.
 *
 * @param id chosen by the client, so that a repeated request is one message
 * @param text as long as the channel allows: 1,600 characters on most
 *     (domain/channels-and-accounts.md §3.2)
 * @param mediaUrls at most 10 public https URLs
 * @param template an approved template
 * @param attachmentIds at most 10 files, uploaded to this conversation before
 * @param cards one card, or up to 10 as a carousel
 * @param suggestions what the customer can tap beneath the message, at most 13
 */
record ReplyRequest(
    @Nullable UUID id,
    @Size(max = 28_000, message = "must have at most 28,000 characters") @Nullable String text,
    @Size(max = 10, message = "must have at most 10 entries")
        @Nullable List<@NotNull URI> mediaUrls,
    @Valid @Nullable Template template,
    @Size(max = 10, message = "must have at most 10 entries")
        @Nullable List<@NotNull UUID> attachmentIds,
    @Size(max = 10, message = "must have at most 10 entries")
        @Nullable List<RichContent.@NotNull @Valid Card> cards,
    @Size(max = 13, message = "must have at most 13 entries")
        @Nullable List<RichContent.@NotNull @Valid Tap> suggestions) {

  /**
   * A template of the channel.
   *
   * @param reference the provider's id of it, for Twilio {@code HX…}
   * @param variables value by placeholder
   */
  record Template(
      @NotBlank @Size(max = 100) String reference,
      @Size(max = 100) @Nullable Map<@NotBlank String, @NotBlank String> variables) {}

  Draft draft() {
    String written = text == null ? "" : text;
    List<URI> media = mediaUrls == null ? List.of() : mediaUrls;
    media.forEach(ReplyRequest::requirePublic);
    List<UUID> files = attachmentIds == null ? List.of() : attachmentIds;
    if (new HashSet<>(files).size() < files.size()) {
      throw ProblemException.invalid("/attachmentIds", "names a file twice");
    }
    List<RichCard> shown = RichContent.cards(cards);
    List<Suggestion> taps = RichContent.suggestions(suggestions, "/suggestions");
    boolean any = !written.isBlank() || !media.isEmpty() || !files.isEmpty() || !shown.isEmpty();
    if (template == null && !any) {
      throw ProblemException.invalid(
          "/text", "is empty; send text, attachmentIds, mediaUrls, cards or a template");
    }
    if (template != null && (any || !taps.isEmpty())) {
      throw ProblemException.invalid("/template", "cannot be combined with anything else");
    }
    return new Draft(written, media, chosen(), files, shown, taps);
  }

  private @Nullable MessageTemplate chosen() {
    Template chosen = template;
    return chosen == null
        ? null
        : new MessageTemplate(
            chosen.reference(), chosen.variables() == null ? Map.of() : chosen.variables());
  }

  private static void requirePublic(URI url) {
    if (!"https".equals(url.getScheme()) || url.getHost() == null) {
      throw ProblemException.invalid("/mediaUrls", "must be absolute https URLs");
    }
  }
}
