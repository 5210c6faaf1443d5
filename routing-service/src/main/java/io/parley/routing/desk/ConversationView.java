package io.parley.routing.desk;

import io.parley.events.Channel;
import io.parley.events.ConversationEvent.Priority;
import io.parley.events.ConversationState;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerProfile;
import io.parley.events.StateReason;
import io.parley.routing.conversation.Conversation;
import io.parley.routing.conversation.Conversations.Reading;
import io.parley.routing.conversation.Identity;
import io.parley.routing.conversation.Progress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as an agent sees it.
 *
 * @param version to be sent as {@code If-Match} with a command; changes with state and agent, not
 *     with messages
 * @param channelName what our address was called when the conversation opened; also after it was
 *     deleted
 * @param ourAddress our address
 * @param agentId who has it
 * @param messageCount messages in the thread
 * @param closesAt when a timer closes it unless something happens before
 */
record ConversationView(
    UUID id,
    long version,
    ConversationState state,
    StateReason reason,
    Channel channel,
    UUID channelAddressId,
    @Nullable String channelName,
    @Nullable String ourAddress,
    CustomerAddress customer,
    CustomerProfile profile,
    UUID workstreamId,
    UUID queueId,
    Priority priority,
    @Nullable UUID agentId,
    long messageCount,
    Instant openedAt,
    Instant stateSince,
    Instant lastCustomerMessageAt,
    Instant lastMessageAt,
    @Nullable Instant closesAt) {

  static ConversationView of(Reading reading, Conversation conversation) {
    Identity i = conversation.identity();
    Progress p = conversation.progress();
    return new ConversationView(
        i.id(),
        p.version(),
        conversation.state(),
        conversation.reason(),
        i.channel(),
        i.channelAddressId(),
        i.channelName(),
        i.ourAddress(),
        i.customer(),
        i.profile(),
        i.workstreamId(),
        i.queueId(),
        i.priority(),
        conversation.agent().orElse(null),
        p.messageCount(),
        i.openedAt(),
        p.stateSince(),
        p.lastCustomerMessageAt(),
        p.lastMessageAt(),
        reading.closesAt(conversation).orElse(null));
  }
}
