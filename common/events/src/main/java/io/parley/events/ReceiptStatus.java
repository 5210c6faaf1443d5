package io.parley.events;

/** What a provider says of a message of ours, in neutral words (providers/twilio-sms.md §5.2). */
public enum ReceiptStatus {
  /** Taken by the provider, not yet in its queue. */
  ACCEPTED,
  /** In the provider's queue. */
  QUEUED,
  /** Handed to the carrier or platform. */
  SENT,
  /** On the customer's device. */
  DELIVERED,
  /** Read by the customer; implies delivered. */
  READ,
  /** The carrier could not or would not deliver. */
  UNDELIVERED,
  /** The provider did not hand it on. */
  FAILED,
  /** Refused, for instance because the customer opted out. */
  REJECTED;

  /** Whether the message did not arrive and will not: there is a reason to be told. */
  public boolean isFailure() {
    return switch (this) {
      case UNDELIVERED, FAILED, REJECTED -> true;
      case ACCEPTED, QUEUED, SENT, DELIVERED, READ -> false;
    };
  }
}
