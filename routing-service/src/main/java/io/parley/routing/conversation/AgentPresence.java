package io.parley.routing.conversation;

import io.parley.events.AgentEvent.ChangedBy;
import io.parley.events.Presence;

/**
 * A presence that has come into force.
 *
 * @param presence the base presence
 * @param changedBy who changed it
 * @param version of the agent; the next change names it
 */
public record AgentPresence(Presence presence, ChangedBy changedBy, long version) {}
