package io.parley.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants a message sent to a customer. Published by routing for agents; bots and external
 * agent desktops may publish it, too. Replies of one conversation are sent in the order of this
 * topic.
 *
 * @param messageId chosen by the author; a repetition with the same id is one message
 * @param conversationId the conversation it belongs to
 * @param channelAddressId the address of ours to send from
 * @param to the customer
 * @param content what to send
 * @param author the agent's id, or the name of a bot or system
 * @param requestedAt when it was written
 * @param lastCustomerMessageAt the customer's last message as far as the author knows; opens the
 *     24-hour window together with what outbound itself has seen
 */
public record ReplyRequested(
    UUID messageId,
    UUID conversationId,
    UUID channelAddressId,
    CustomerAddress to,
    MessageContent content,
    String author,
    Instant requestedAt,
    @Nullable Instant lastCustomerMessageAt)
    implements EventData {}
