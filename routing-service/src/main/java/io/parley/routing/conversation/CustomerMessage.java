package io.parley.routing.conversation;

import io.parley.events.TraceParent;
import java.time.Instant;
import java.util.UUID;

/**
 * A message of a customer, as far as it moves a conversation.
 *
 * @param id our id of it
 * @param receivedAt when it came in
 * @param trace the trace that began with it
 */
public record CustomerMessage(UUID id, Instant receivedAt, TraceParent trace) {}
