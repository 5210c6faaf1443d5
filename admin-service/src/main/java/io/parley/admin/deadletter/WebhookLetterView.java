package io.parley.admin.deadletter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that was authentic and not understood, without its body.
 *
 * @param id where it is kept
 * @param state what was done about it
 * @param reason why it was not understood
 * @param receivedAt when the provider called
 * @param keptAt when it was kept; the list is in this order
 * @param provider name of the provider
 * @param accountId the account whose URL was called
 * @param method HTTP method
 * @param subPath what followed the account's URL
 * @param contentType media type of the body
 * @param size of the body in bytes
 */
@Schema(name = "WebhookLetter")
record WebhookLetterView(
    String id,
    LetterState state,
    String reason,
    Instant receivedAt,
    Instant keptAt,
    String provider,
    UUID accountId,
    String method,
    String subPath,
    String contentType,
    int size) {

  /**
   * Part of the list.
   *
   * @param items newest first; may be fewer than asked for, or none, although there are more
   * @param next send it as {@code after} to go on; absent at the end
   */
  @Schema(name = "WebhookLetters")
  record Page(List<WebhookLetterView> items, @Nullable String next) {

    static Page of(Letters.Listed listed) {
      return new Page(
          listed.letters().stream()
              .filter(WebhookLetter.class::isInstance)
              .map(letter -> WebhookLetterView.of((WebhookLetter) letter, listed.state(letter)))
              .toList(),
          listed.end().isAtEnd() ? null : listed.end().text());
    }
  }

  static WebhookLetterView of(WebhookLetter letter, LetterState state) {
    return new WebhookLetterView(
        letter.id().toString(),
        state,
        letter.reason(),
        letter.receivedAt(),
        letter.keptAt(),
        letter.provider(),
        letter.accountId(),
        letter.method(),
        letter.subPath(),
        letter.contentType(),
        letter.size());
  }
}
