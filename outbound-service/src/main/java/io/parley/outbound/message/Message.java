package io.parley.outbound.message;

import io.parley.events.DeliveryUpdated;
import io.parley.events.Event;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of ours: what is to be sent, and where it stands.
 *
 * @param accountId the account of the latest attempt; null before the first
 * @param version counts the changes that others can see, from 1
 * @param attempts how many calls have been made for it
 * @param changedAt when others last saw it change
 */
public record Message(
    Letter letter,
    @Nullable UUID accountId,
    long version,
    int attempts,
    Instant changedAt,
    Standing standing) {

  private static final String SOURCE = "/parley/outbound";

  /** A message that has just been taken in. */
  public static Message queued(Letter letter) {
    return new Message(
        letter, null, 1, 0, letter.takenAt(), new Standing.Queued(letter.takenAt(), null, null));
  }

  /** Our id. */
  public UUID id() {
    return letter.id();
  }

  /** The message in another state; a new version if others can see the difference. */
  public Message move(Standing next, Instant at) {
    return changed(new Message(letter, accountId, version, attempts, changedAt, next), at);
  }

  /** The message with one more attempt under way. */
  public Message attempt(UUID account, Standing.Calling next, Instant at) {
    return changed(new Message(letter, account, version, attempts + 1, changedAt, next), at);
  }

  /** Whether a report about this id of this account can be about this message. */
  public boolean mayBe(UUID account, String providerMessageId) {
    String known = standing.providerMessageId();
    return account.equals(accountId) && (known == null || known.equals(providerMessageId));
  }

  /** The event about the present version. */
  public Event<DeliveryUpdated> event() {
    String conversation = letter.conversationId().toString();
    return new Event<>(
        id() + "/" + version,
        SOURCE,
        conversation,
        changedAt,
        letter.traceParent(),
        conversation,
        update());
  }

  private DeliveryUpdated update() {
    return new DeliveryUpdated(
        id(),
        letter.conversationId(),
        version,
        standing.state(),
        standing.providerMessageId(),
        standing.providerStatus(),
        standing.reason(),
        attempts,
        nextAttemptAt(),
        changedAt);
  }

  /** When the next call is due, while it waits for one after a failed attempt. */
  public @Nullable Instant nextAttemptAt() {
    return standing instanceof Standing.Queued queued && queued.reason() != null
        ? queued.dueAt()
        : null;
  }

  private Message changed(Message next, Instant at) {
    return Objects.equals(next.update(), update())
        ? next
        : new Message(letter, next.accountId, version + 1, next.attempts, at, next.standing);
  }
}
