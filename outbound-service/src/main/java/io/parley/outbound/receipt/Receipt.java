package io.parley.outbound.receipt;

import io.parley.channels.ReceiptMeaning;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import io.parley.outbound.message.Report;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A provider's report as it is kept.
 *
 * @param messageId our id, when the provider gave it back
 * @param errorCode empty for none
 */
public record Receipt(
    AtProvider about,
    @Nullable UUID messageId,
    String provider,
    ReceiptStatus status,
    String providerStatus,
    String errorCode,
    @Nullable String errorText,
    Instant receivedAt) {

  /** A message as its provider knows it. */
  public record AtProvider(UUID accountId, String providerMessageId) {}

  static Receipt of(ReceiptReceived event) {
    String errorCode = event.errorCode();
    return new Receipt(
        new AtProvider(event.accountId(), event.providerMessageId()),
        event.messageId(),
        event.provider(),
        event.status(),
        event.providerStatus(),
        errorCode == null ? "" : errorCode,
        event.errorText(),
        event.receivedAt());
  }

  /** What the error code means, when there is one. */
  public Optional<ReceiptMeaning> meaning(Function<String, ReceiptMeaning> meaningOf) {
    return errorCode.isEmpty() ? Optional.empty() : Optional.of(meaningOf.apply(errorCode));
  }

  /** What the receipt says of the message. */
  public Report report(Optional<ReceiptMeaning> meaning) {
    return new Report(
        about.providerMessageId(),
        status,
        providerStatus,
        meaning.map(ReceiptMeaning::reason).orElse(null));
  }
}
