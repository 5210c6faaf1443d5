package io.parley.outbound.customer;

import java.util.UUID;

/** A customer as seen from one of our addresses: consent and send window hold for this pair. */
public record CustomerKey(UUID channelAddressId, String customerAddress) {}
