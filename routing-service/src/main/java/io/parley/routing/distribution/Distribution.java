package io.parley.routing.distribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Decides who is offered what: the same snapshot gives the same decision. A conversation that
 * nobody can serve is passed over and blocks no other. Pure.
 */
final class Distribution {

  /**
   * A conversation that waits.
   *
   * @param conversationId the conversation
   * @param requirement what it asks of an agent
   */
  record Head(UUID conversationId, Requirement requirement) {}

  /**
   * A conversation and the agent it is for.
   *
   * @param conversationId the conversation
   * @param agentId the agent
   * @param units to be reserved
   * @param candidates how many agents could have been chosen
   */
  record Assignment(UUID conversationId, UUID agentId, int units, int candidates) {}

  private Distribution() {}

  /**
   * Assigns as much as fits.
   *
   * @param heads in the order in which they are to be served
   */
  static List<Assignment> decide(List<Head> heads, Collection<Candidate> candidates, Instant at) {
    Map<UUID, Candidate> room = new LinkedHashMap<>();
    candidates.forEach(c -> room.put(c.agentId(), c));
    List<Assignment> assignments = new ArrayList<>();
    for (Head head : heads) {
      // Every queue is served by highest capacity until the other methods come (issue 5).
      List<Candidate> ranked = HighestCapacity.rank(head.requirement(), room.values());
      if (!ranked.isEmpty()) {
        Candidate best = ranked.get(0);
        int units = head.requirement().units();
        assignments.add(
            new Assignment(head.conversationId(), best.agentId(), units, ranked.size()));
        room.put(best.agentId(), best.afterOffer(units, at));
      }
    }
    return assignments;
  }
}
