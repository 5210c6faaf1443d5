package io.parley.routing.distribution;

import io.parley.events.Presence;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent who might be offered a conversation.
 *
 * @param agentId the agent
 * @param presence the agent's base presence
 * @param free units that are not taken
 * @param lastAssignedAt when the agent was last offered anything; absent for never
 */
public record Candidate(
    UUID agentId, Presence presence, int free, @Nullable Instant lastAssignedAt) {

  boolean canTake(int units, Set<Presence> allowedPresences) {
    return free >= units && allowedPresences.contains(presence);
  }

  Candidate afterOffer(int units, Instant at) {
    return new Candidate(agentId, presence, free - units, at);
  }
}
