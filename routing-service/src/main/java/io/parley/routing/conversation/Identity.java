package io.parley.routing.conversation;

import io.parley.events.Channel;
import io.parley.events.ConversationEvent.Priority;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerProfile;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What never changes about a conversation, or only with classification and the queue.
 *
 * @param id the conversation
 * @param channel the channel
 * @param accountId the provider account it runs through
 * @param channelAddressId our address
 * @param customer the customer
 * @param profile what was known about the customer when it opened
 * @param workstreamId the workstream that handles it
 * @param queueId the queue it waits in, or waited in last
 * @param priority from classification
 * @param openedAt when the first message came
 * @param channelName what our address was called then, if it was known
 * @param ourAddress our address as text, if it was known
 */
public record Identity(
    UUID id,
    Channel channel,
    UUID accountId,
    UUID channelAddressId,
    CustomerAddress customer,
    CustomerProfile profile,
    UUID workstreamId,
    UUID queueId,
    Priority priority,
    Instant openedAt,
    @Nullable String channelName,
    @Nullable String ourAddress) {

  /** The same in another queue. */
  Identity inQueue(UUID otherQueueId) {
    return new Identity(
        id,
        channel,
        accountId,
        channelAddressId,
        customer,
        profile,
        workstreamId,
        otherQueueId,
        priority,
        openedAt,
        channelName,
        ourAddress);
  }
}
