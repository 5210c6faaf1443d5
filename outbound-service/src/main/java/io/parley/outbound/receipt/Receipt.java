package io.parley.outbound.receipt;

import io.parley.channels.ReceiptMeaning;
import io.parley.events.MessagePart;
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
 * @param part which part of a long message it is about, from 1; 0 for the whole
 * @param parts how many parts there are; 0 when it is about the whole
 * @param partsDelivered of how many parts it is known that they were delivered
 */
public record Receipt(
    AtProvider about,
    @Nullable UUID messageId,
    String provider,
    ReceiptStatus status,
    String providerStatus,
    String errorCode,
    @Nullable String errorText,
    Instant receivedAt,
    int part,
    int parts,
    int partsDelivered) {

  /** A message as its provider knows it. */
  public record AtProvider(UUID accountId, String providerMessageId) {}

  static Receipt of(ReceiptReceived event) {
    String errorCode = event.errorCode();
    MessagePart part = event.part();
    return new Receipt(
        new AtProvider(event.accountId(), event.providerMessageId()),
        event.messageId(),
        event.provider(),
        event.status(),
        event.providerStatus(),
        errorCode == null ? "" : errorCode,
        event.errorText(),
        event.receivedAt(),
        part == null ? 0 : part.number(),
        part == null ? 0 : part.of(),
        0);
  }

  /** What the error code means, when there is one. */
  public Optional<ReceiptMeaning> meaning(Function<String, ReceiptMeaning> meaningOf) {
    return errorCode.isEmpty() ? Optional.empty() : Optional.of(meaningOf.apply(errorCode));
  }

  /**
   * What the receipt says of the message. A long message is delivered once every part is; until
   * then a part that is says no more than that the message is on its way. Any part that fails fails
   * it.
   */
  public Report report(Optional<ReceiptMeaning> meaning) {
    boolean incomplete =
        parts > partsDelivered
            && (status == ReceiptStatus.DELIVERED || status == ReceiptStatus.READ);
    return new Report(
        about.providerMessageId(),
        incomplete ? ReceiptStatus.SENT : status,
        providerStatus,
        meaning.map(ReceiptMeaning::reason).orElse(null));
  }
}
