package io.parley.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of ours changed its state. Published by outbound for every change.
 *
 * @param messageId our id of the message
 * @param conversationId the conversation it belongs to
 * @param version counts the changes of this message from 1, without gaps; a consumer ignores what
 *     is not newer than what it has
 * @param state where the message stands now
 * @param providerMessageId the provider's id, once known
 * @param providerStatus the provider's word for the state, when it came from a receipt
 * @param reason why, when the state is a failure or a wait
 * @param attempt how many calls have been made for it
 * @param nextAttemptAt when the next call is due, while it waits for one
 * @param at when the state changed
 */
public record DeliveryUpdated(
    UUID messageId,
    UUID conversationId,
    long version,
    DeliveryState state,
    @Nullable String providerMessageId,
    @Nullable String providerStatus,
    @Nullable DeliveryReason reason,
    int attempt,
    @Nullable Instant nextAttemptAt,
    Instant at)
    implements EventData {}
