package io.parley.outbound.diagnosis;

import io.parley.events.DeliveryReason;
import io.parley.events.DeliveryState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a message of ours stands and how it came there. It says neither what the message says nor
 * to whom.
 *
 * @param reason why, when the state is a failure or a wait
 * @param nextAttemptAt when the next call is due, while it waits for one
 * @param attempts every call, the latest last
 * @param reports every report of the provider, the latest last; also those that changed nothing
 */
public record MessageStatus(
    UUID id,
    UUID conversationId,
    DeliveryState state,
    long version,
    Instant changedAt,
    @Nullable String providerMessageId,
    @Nullable String providerStatus,
    @Nullable DeliveryReason reason,
    @Nullable Instant nextAttemptAt,
    List<Attempt> attempts,
    List<ProviderReport> reports) {

  public MessageStatus {
    attempts = List.copyOf(attempts);
    reports = List.copyOf(reports);
  }

  /**
   * One call that sent the message.
   *
   * @param endedAt when its outcome was recorded
   * @param outcome what it came to; for one whose outcome was unknown, what asking the provider
   *     came to
   */
  public record Attempt(
      int number,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String outcome,
      @Nullable DeliveryReason reason) {}

  /** One report of the provider. */
  public record ProviderReport(
      String status, String providerStatus, @Nullable String errorCode, Instant receivedAt) {}
}
