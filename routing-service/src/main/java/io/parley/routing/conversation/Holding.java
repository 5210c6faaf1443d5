package io.parley.routing.conversation;

import java.util.UUID;

/**
 * What a conversation takes of an agent's capacity.
 *
 * @param agentId the agent
 * @param units 0 or more
 */
public record Holding(UUID agentId, int units) {}
