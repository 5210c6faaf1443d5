package io.parley.outbound.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What counts before a message is sent to a customer.
 *
 * @param optedOut whether the customer wants no messages from this address
 * @param lastHeard the customer's last message to this address; null if none was ever seen
 */
public record CustomerFacts(boolean optedOut, @Nullable Heard lastHeard) {

  /** Nothing is known. */
  public static final CustomerFacts NONE = new CustomerFacts(false, null);

  /**
   * A message of a customer, as far as replies need it.
   *
   * @param at when it arrived
   * @param replyTo how the provider writes the customer, where that differs
   * @param messageId the provider's id of it; null where it is not known any more
   */
  public record Heard(Instant at, @Nullable String replyTo, @Nullable String messageId) {}

  /** When the customer last wrote; null if that was never seen. */
  public @Nullable Instant lastInboundAt() {
    return lastHeard == null ? null : lastHeard.at();
  }
}
