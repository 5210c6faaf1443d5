package io.parley.routing.journey;

import static org.awaitility.Awaitility.await;

import io.parley.events.AgentEvent;
import io.parley.events.ConversationEvent;
import io.parley.events.ReplyRequested;
import io.parley.events.Topic;
import io.parley.testing.TestKafka;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** What the service has told on Kafka. */
public final class Told {

  private Told() {}

  /** Everything about a conversation, in order, as it was published. */
  public static List<ConversationEvent> about(UUID conversationId) {
    return TestKafka.data(Topic.CONVERSATIONS, ConversationEvent.class).stream()
        .filter(event -> event.conversationId().equals(conversationId))
        .toList();
  }

  /** Everything about a conversation, once the last of it satisfies a condition. */
  public static List<ConversationEvent> until(
      UUID conversationId, Predicate<ConversationEvent> last) {
    return await()
        .until(
            () -> about(conversationId),
            events -> !events.isEmpty() && last.test(events.get(events.size() - 1)));
  }

  /** Events of one type about a conversation, once there are so many. */
  public static <T extends ConversationEvent> List<T> until(
      UUID conversationId, Class<T> type, int count) {
    return await()
        .until(
            () -> about(conversationId).stream().filter(type::isInstance).map(type::cast).toList(),
            events -> events.size() >= count);
  }

  /** The last change of state of a conversation, once it is this one. */
  public static ConversationEvent.StateChanged untilState(
      UUID conversationId, Predicate<ConversationEvent.StateChanged> condition) {
    return await()
        .until(
            () ->
                about(conversationId).stream()
                    .filter(ConversationEvent.StateChanged.class::isInstance)
                    .map(ConversationEvent.StateChanged.class::cast)
                    .reduce((first, second) -> second)
                    .filter(condition),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  /** Replies that outbound is to send. */
  public static List<ReplyRequested> replies(UUID conversationId) {
    return TestKafka.data(Topic.REPLIES, ReplyRequested.class).stream()
        .filter(reply -> reply.conversationId().equals(conversationId))
        .toList();
  }

  /** Replies, once there are so many. */
  public static List<ReplyRequested> replies(UUID conversationId, int count) {
    return await().until(() -> replies(conversationId), replies -> replies.size() >= count);
  }

  /** Everything about an agent. */
  public static List<AgentEvent> aboutAgent(UUID agentId) {
    return TestKafka.data(Topic.AGENTS, AgentEvent.class).stream()
        .filter(event -> event.agentId().equals(agentId))
        .toList();
  }
}
