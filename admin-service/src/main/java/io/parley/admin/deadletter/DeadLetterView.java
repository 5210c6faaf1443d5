package io.parley.admin.deadletter;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as lists show it: numbers of customers with their last two digits, texts with their
 * length.
 *
 * @param id where it is kept
 * @param state what was done about it
 * @param reason why it was not handled; long numbers are left out
 * @param keptAt when it was kept; lists are in this order
 * @param consumer which consumer did not handle it; absent for a webhook
 * @param key of the record, masked; absent for a webhook
 * @param eventId of the event; absent when the record has none
 * @param type CloudEvents type; absent when the record has none
 * @param payload beginning of the data, masked; absent for a webhook
 * @param size of the body in bytes
 * @param webhook whether it is a call of a provider, see {@code /dead-letters/webhooks/{id}}
 */
@Schema(name = "DeadLetter")
record DeadLetterView(
    String id,
    LetterState state,
    String reason,
    Instant keptAt,
    @Nullable String consumer,
    @Nullable String key,
    @Nullable String eventId,
    @Nullable String type,
    @Nullable String payload,
    int size,
    boolean webhook) {

  /**
   * Part of the list.
   *
   * @param items newest first; may be fewer than asked for, or none, although there are more
   * @param next send it as {@code after} to go on; absent at the end
   */
  @Schema(name = "DeadLetters")
  record Page(List<DeadLetterView> items, @Nullable String next) {

    static Page of(Letters.Listed listed) {
      return new Page(
          listed.letters().stream().map(each -> of(each, listed)).toList(),
          listed.end().isAtEnd() ? null : listed.end().text());
    }

    private static DeadLetterView of(Letter letter, Letters.Listed listed) {
      return DeadLetterView.of(letter, listed.state(letter));
    }
  }

  static DeadLetterView of(Letter letter, LetterState state) {
    return switch (letter) {
      case RecordLetter of ->
          new DeadLetterView(
              of.id().toString(),
              state,
              of.reason(),
              of.keptAt(),
              present(of.consumer()),
              of.key(),
              present(of.eventId()),
              present(of.type()),
              of.excerpt(),
              of.size(),
              false);
      case WebhookLetter of ->
          new DeadLetterView(
              of.id().toString(),
              state,
              of.reason(),
              of.keptAt(),
              null,
              null,
              null,
              null,
              null,
              of.size(),
              true);
    };
  }

  private static @Nullable String present(String text) {
    return text.isEmpty() ? null : text;
  }
}
