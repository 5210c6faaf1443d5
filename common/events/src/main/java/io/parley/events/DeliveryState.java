package io.parley.events;

/** Where a message of ours stands. */
public enum DeliveryState {
  /** Waits in Parley: for the messages before it, for its turn, or for the next attempt. */
  QUEUED,
  /** A call to the provider is under way, or its outcome is being found out. */
  SENDING,
  /** The provider has taken it. */
  SENT,
  /** It is on the customer's device. */
  DELIVERED,
  /** The customer has read it. */
  READ,
  /** The carrier could not or would not deliver it. */
  UNDELIVERED,
  /** It was given up, or the provider failed to hand it on. */
  FAILED,
  /**
   * It was refused before or by the call: by a rule of the channel, by consent, or by the provider.
   */
  REJECTED,
  /** Nobody can tell whether the provider took it. It is never sent again by itself. */
  UNKNOWN
}
