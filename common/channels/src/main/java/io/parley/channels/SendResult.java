package io.parley.channels;

import io.parley.events.DeliveryReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a call to send a message came to. Whoever dispatches on it switches without {@code default}.
 */
public sealed interface SendResult {

  /**
   * The provider has taken the message.
   *
   * @param providerMessageId its id there
   */
  record Accepted(String providerMessageId) implements SendResult {}

  /**
   * The provider, or a rule of the channel, refuses the message for good.
   *
   * @param optedOut whether the customer is to be treated as opted out from now on
   */
  record Refused(DeliveryReason reason, boolean optedOut) implements SendResult {

    /** A refusal that says nothing about the customer's consent. */
    public Refused(DeliveryReason reason) {
      this(reason, false);
    }
  }

  /**
   * The provider certainly has not taken the message; it may be tried again.
   *
   * @param after how long the provider asks us to wait, when it says so
   */
  record RetryLater(DeliveryReason reason, @Nullable Duration after) implements SendResult {}

  /**
   * It is not known whether the provider has taken the message. It must be looked up before it is
   * sent again.
   */
  record Unknown(DeliveryReason reason) implements SendResult {}
}
