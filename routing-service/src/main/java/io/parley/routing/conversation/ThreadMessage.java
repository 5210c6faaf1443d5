package io.parley.routing.conversation;

import io.parley.events.ConversationEvent.Author;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to be added to a thread.
 *
 * @param id our id of it
 * @param conversationId the thread
 * @param position its place, from 1
 * @param author who wrote it
 * @param agentId who, when it was an agent
 * @param eventId the event it came with; the same event never makes two messages
 * @param content JSON of {@code MessageReceived} or {@code MessageContent}
 * @param at when it was written
 */
public record ThreadMessage(
    UUID id,
    UUID conversationId,
    long position,
    Author author,
    @Nullable UUID agentId,
    @Nullable String eventId,
    String content,
    Instant at) {}
