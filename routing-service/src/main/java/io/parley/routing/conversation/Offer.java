package io.parley.routing.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A conversation that an agent has been asked to take.
 *
 * @param id the offer
 * @param sessionId the session that begins with it
 * @param agentId who has been asked
 * @param expiresAt until when the agent can answer
 */
public record Offer(UUID id, UUID sessionId, UUID agentId, Instant expiresAt) {}
