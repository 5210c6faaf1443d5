package io.parley.routing.distribution;

import io.parley.events.Presence;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a waiting conversation asks of an agent.
 *
 * @param units what it costs
 * @param allowedPresences the agent must be in one of these
 * @param declines how often each agent has declined this conversation or let it pass
 */
public record Requirement(int units, Set<Presence> allowedPresences, Map<UUID, Integer> declines) {

  public Requirement {
    allowedPresences = Set.copyOf(allowedPresences);
    declines = Map.copyOf(declines);
  }
}
