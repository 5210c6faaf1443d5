package io.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * The earlier message that a customer answered by quoting it.
 *
 * @param providerMessageId the provider's id of the quoted message; absent when the provider no
 *     longer knows it
 * @param sender who had sent the quoted message, as the provider writes it
 */
public record QuotedMessage(@Nullable String providerMessageId, @Nullable String sender) {}
