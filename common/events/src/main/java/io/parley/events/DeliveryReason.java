package io.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * Why a message is in its state, in words that an agent can act on.
 *
 * @param cause the kind of reason
 * @param text one or two sentences: what happened and what can be done
 * @param providerCode the provider's own code, for those who look it up
 */
public record DeliveryReason(FailureCause cause, String text, @Nullable String providerCode) {}
