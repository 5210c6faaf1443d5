package io.parley.routing.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parley.events.ConversationEvent.Author;
import io.parley.events.EventJson;
import io.parley.events.MessageContent;
import io.parley.events.ReplyRequested;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.routing.attachment.Uploads;
import io.parley.routing.conversation.Conversation;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Change;
import io.parley.routing.conversation.InConversation;
import io.parley.routing.conversation.ThreadMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Agents' answers: into the thread, and on to outbound. */
@ApplicationScoped
class Replies {

  private final Conversations conversations;
  private final Uploads uploads;
  private final ChannelAbilities abilities;

  Replies(Conversations conversations, Uploads uploads, ChannelAbilities abilities) {
    this.conversations = conversations;
    this.uploads = uploads;
    this.abilities = abilities;
  }

  /**
   * What came of a reply.
   *
   * @param message as it stands in the thread
   * @param created whether it is new; the same message id again is the same message
   */
  record Reply(MessageView message, boolean created) {}

  Reply reply(UUID agentId, UUID conversationId, long version, UUID messageId, Draft draft) {
    return conversations.change(
        change -> {
          Conversation conversation = Access.own(change, agentId, conversationId);
          MessageContent content = content(change, agentId, conversationId, messageId, draft);
          Optional<MessageView> earlier =
              earlier(change, conversationId, agentId, messageId, content);
          if (earlier.isPresent()) {
            return new Reply(earlier.get(), false);
          }
          Refusals.requireVersion(conversation, version);
          if (!(conversation instanceof InConversation in)) {
            throw Refusals.wrongState(conversation, "answered", "an accepted conversation");
          }
          abilities.requireChannel(change.configuration(), in.identity());
          SendingRules.require(content, abilities.of(change.configuration(), in.identity()));
          if (!draft.attachmentIds().isEmpty()) {
            uploads.use(change.transaction(), draft.attachmentIds(), messageId);
          }
          return new Reply(write(change, in, messageId, content), true);
        });
  }

  private MessageContent content(
      Change change, UUID agentId, UUID conversationId, UUID messageId, Draft draft) {
    return draft.attachmentIds().isEmpty()
        ? draft.with(List.of())
        : draft.with(
            new UsableUploads(
                    uploads.lock(change.transaction(), draft.attachmentIds()),
                    agentId,
                    conversationId,
                    messageId,
                    change.now())
                .files(draft.attachmentIds()));
  }

  private static Optional<MessageView> earlier(
      Change change, UUID conversationId, UUID agentId, UUID messageId, MessageContent content) {
    return change
        .transaction()
        .first(
            "select " + MessageView.COLUMNS + ", conversation_id from message where id = $1",
            row -> {
              if (!conversationId.equals(row.getUUID("conversation_id"))
                  || !agentId.equals(row.getUUID("agent_id"))
                  || !content.equals(MessageView.content(row))) {
                throw new ProblemException(
                    ProblemType.ALREADY_EXISTS,
                    "Another message has the id " + messageId + "; choose a new one.");
              }
              return MessageView.read(row);
            },
            messageId);
  }

  private static MessageView write(
      Change change, InConversation in, UUID messageId, MessageContent content) {
    InConversation after = change.moved(in, in.reply(messageId, change.now()));
    UUID conversationId = in.identity().id();
    long position = after.progress().messageCount();
    change
        .journal()
        .appended(
            new ThreadMessage(
                messageId,
                conversationId,
                position,
                Author.AGENT,
                in.agentId(),
                null,
                json(content),
                change.now()));
    change
        .journal()
        .requested(
            new ReplyRequested(
                messageId,
                conversationId,
                in.identity().channelAddressId(),
                in.identity().customer(),
                content,
                in.agentId().toString(),
                change.now(),
                in.progress().lastCustomerMessageAt()),
            in.progress().trace());
    return MessageView.queued(messageId, position, in.agentId(), change.now(), content);
  }

  private static String json(MessageContent content) {
    try {
      return EventJson.mapper().writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("reply cannot be written", e);
    }
  }
}
