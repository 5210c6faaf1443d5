package io.parley.outbound.message;

import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.ReceiptStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of a message that it has taken.
 *
 * @param providerMessageId its id
 * @param status what it says, in neutral words
 * @param providerStatus what it says, in its own words
 * @param reason what its error code means, when it gave one
 */
public record Report(
    String providerMessageId,
    ReceiptStatus status,
    String providerStatus,
    @Nullable DeliveryReason reason) {

  /** The state that this report speaks of. */
  public Standing.Concluded standing() {
    return switch (status) {
      case ACCEPTED, QUEUED, SENT -> new Standing.Sent(providerMessageId, providerStatus);
      case DELIVERED -> new Standing.Delivered(providerMessageId, providerStatus);
      case READ -> new Standing.Read(providerMessageId, providerStatus);
      case UNDELIVERED -> new Standing.Undelivered(providerMessageId, providerStatus, why());
      case FAILED -> new Standing.Failed(providerMessageId, providerStatus, why());
      case REJECTED -> new Standing.Rejected(providerMessageId, providerStatus, why());
    };
  }

  private DeliveryReason why() {
    return reason == null
        ? new DeliveryReason(
            FailureCause.OTHER, "The provider did not deliver it and gave no reason.", null)
        : reason;
  }
}
