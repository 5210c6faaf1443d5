package io.parley.channels;

import io.parley.events.DeliveryReason;

/**
 * What an error code that comes with a receipt means.
 *
 * @param reason for the agent
 * @param optedOut whether the customer no longer wants, or cannot be sent, messages from this
 *     address
 */
public record ReceiptMeaning(DeliveryReason reason, boolean optedOut) {}
