package io.parley.outbound.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What counts before a message is sent to a customer.
 *
 * @param optedOut whether the customer wants no messages from this address
 * @param lastInboundAt when the customer last wrote to this address; null if that was never seen
 */
public record CustomerFacts(boolean optedOut, @Nullable Instant lastInboundAt) {

  /** Nothing is known. */
  public static final CustomerFacts NONE = new CustomerFacts(false, null);
}
