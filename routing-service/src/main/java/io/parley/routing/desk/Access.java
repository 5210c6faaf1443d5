package io.parley.routing.desk;

import io.parley.events.configuration.Queue;
import io.parley.routing.conversation.Conversation;
import io.parley.routing.conversation.Conversations.Change;
import io.parley.routing.conversation.Conversations.Reading;
import java.util.UUID;

/**
 * Which conversations are an agent's business: those the agent has or had, and to read also those
 * of the agent's queues. Others do not exist for the agent.
 */
final class Access {

  private Access() {}

  /** The conversation, locked, if it is the agent's own. */
  static Conversation own(Change change, UUID agentId, UUID conversationId) {
    Conversation conversation =
        change
            .lock(conversationId)
            .orElseThrow(() -> Refusals.notFound("conversation", conversationId));
    if (has(agentId, conversation)) {
      return conversation;
    }
    if (everHad(change.reading(), agentId, conversationId)) {
      throw Refusals.noLongerYours(conversation);
    }
    if (isOfOwnQueue(change.reading(), agentId, conversation)) {
      throw Refusals.notYours(conversation);
    }
    throw Refusals.notFound("conversation", conversationId);
  }

  /** The conversation, if the agent may read it. */
  static Conversation visible(Reading reading, UUID agentId, UUID conversationId) {
    return reading
        .find(conversationId)
        .filter(c -> mayRead(reading, agentId, c))
        .orElseThrow(() -> Refusals.notFound("conversation", conversationId));
  }

  /** Whether the agent may read this conversation. */
  static boolean mayRead(Reading reading, UUID agentId, Conversation conversation) {
    return has(agentId, conversation)
        || isOfOwnQueue(reading, agentId, conversation)
        || everHad(reading, agentId, conversation.identity().id());
  }

  private static boolean has(UUID agentId, Conversation conversation) {
    return conversation.agent().filter(agentId::equals).isPresent();
  }

  private static boolean isOfOwnQueue(Reading reading, UUID agentId, Conversation conversation) {
    return reading
        .configuration()
        .queue(conversation.identity().queueId())
        .map(Queue::members)
        .filter(members -> members.contains(agentId))
        .isPresent();
  }

  private static boolean everHad(Reading reading, UUID agentId, UUID conversationId) {
    return reading
        .transaction()
        .first(
            "select 1 from session where conversation_id = $1 and agent_id = $2 limit 1",
            row -> true,
            conversationId,
            agentId)
        .isPresent();
  }
}
