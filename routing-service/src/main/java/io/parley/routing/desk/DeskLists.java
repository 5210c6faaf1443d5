package io.parley.routing.desk;

import io.parley.events.ConversationState;
import io.parley.events.MessageReceived;
import io.parley.events.configuration.ChannelInstance;
import io.parley.platform.configuration.ConfigurationSnapshot;
import io.parley.routing.classification.EngagementContext;
import io.parley.routing.conversation.ConversationRows;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Reading;
import io.parley.routing.conversation.Identity;
import io.parley.routing.conversation.Offered;
import io.parley.routing.media.MediaView;
import io.parley.routing.media.ThreadFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What agents look at: their conversations, their offers, a thread. */
@ApplicationScoped
class DeskLists {

  private final Conversations conversations;

  DeskLists(Conversations conversations) {
    this.conversations = conversations;
  }

  /** One conversation. */
  ConversationView conversation(UUID agentId, UUID conversationId) {
    return conversations.read(
        reading -> ConversationView.of(reading, Access.visible(reading, agentId, conversationId)));
  }

  /** The agent's offers, the one that ends first before the others. */
  List<OfferView> offers(UUID agentId) {
    return conversations.read(
        reading ->
            reading
                .select(
                    "select "
                        + ConversationRows.COLUMNS
                        + " from conversation where agent_id = $1 and state = 'ACTIVE' and offer_id"
                        + " is not null order by offer_expires_at, id",
                    agentId)
                .stream()
                .map(Offered.class::cast)
                .filter(offered -> offered.offer().expiresAt().isAfter(reading.now()))
                .map(offered -> OfferView.of(reading, offered))
                .toList());
  }

  /** The agent's accepted, waiting and wrapped-up conversations, the liveliest first. */
  Page<ConversationView> conversations(
      UUID agentId, Set<ConversationState> states, @Nullable Cursor after, int limit) {
    Cursor from = after == null ? Cursor.START : after;
    List<ConversationView> found =
        conversations.read(
            reading ->
                reading
                    .select(
                        "select "
                            + ConversationRows.COLUMNS
                            + " from conversation where agent_id = $1 and state = any($2) and state"
                            + " <> 'CLOSED' and offer_id is null and (last_message_at, id) < ($3,"
                            + " $4) order by last_message_at desc, id desc limit $5",
                        agentId,
                        states.stream().map(Enum::name).toArray(String[]::new),
                        from.at().atOffset(ZoneOffset.UTC),
                        from.id(),
                        limit + 1)
                    .stream()
                    .map(c -> ConversationView.of(reading, c))
                    .toList());
    return found.size() <= limit
        ? new Page<>(found, null)
        : new Page<>(found.subList(0, limit), Cursor.of(found.get(limit - 1)).text());
  }

  /** The thread from a position on, oldest first. */
  Page<MessageView> messages(UUID agentId, UUID conversationId, long after, int limit) {
    List<MessageView> found =
        conversations.read(
            reading -> {
              Access.visible(reading, agentId, conversationId);
              return withFiles(
                  reading,
                  reading
                      .transaction()
                      .query(
                          "select "
                              + MessageView.COLUMNS
                              + " from message where conversation_id = $1 and position > $2 order"
                              + " by position limit $3",
                          MessageView::read,
                          conversationId,
                          after,
                          limit + 1));
            });
    return found.size() <= limit
        ? new Page<>(found, null)
        : new Page<>(found.subList(0, limit), Long.toString(found.get(limit - 1).position()));
  }

  private static List<MessageView> withFiles(Reading reading, List<MessageView> messages) {
    Map<UUID, MediaView> files =
        ThreadFiles.of(
            reading.transaction(), messages.stream().flatMap(MessageView::customerFiles).toList());
    return messages.stream().map(message -> message.with(files)).toList();
  }

  /** What the channel said when the conversation opened. */
  EngagementContext context(UUID agentId, UUID conversationId) {
    return conversations.read(
        reading -> {
          Identity identity = Access.visible(reading, agentId, conversationId).identity();
          return EngagementContext.of(
              opening(reading, conversationId), language(reading.configuration(), identity));
        });
  }

  private static MessageReceived opening(Reading reading, UUID conversationId) {
    return reading
        .transaction()
        .first(
            "select content from message where conversation_id = $1 and position = 1",
            row -> MessageView.parse(row.getString(0), MessageReceived.class),
            conversationId)
        .orElseThrow();
  }

  private static @Nullable String language(ConfigurationSnapshot configuration, Identity identity) {
    return configuration.all(ChannelInstance.class).stream()
        .filter(instance -> instance.channelAddressId().equals(identity.channelAddressId()))
        .map(ChannelInstance::language)
        .findFirst()
        .orElse(null);
  }

  /**
   * A place in the list of conversations.
   *
   * @param at time of the last message
   * @param id tells apart what has the same time
   */
  record Cursor(Instant at, UUID id) {

    static final Cursor START =
        new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

    static Cursor of(ConversationView view) {
      return new Cursor(view.lastMessageAt(), view.id());
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws RuntimeException if it is anything else
     */
    static Cursor parse(String text) {
      String[] parts = text.split("_", 2);
      return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    }

    String text() {
      return at + "_" + id;
    }
  }
}
