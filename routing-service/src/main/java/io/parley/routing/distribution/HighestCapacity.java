package io.parley.routing.distribution;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks agents by highest capacity (domain/distribution.md §5): most free units first, ties by who
 * was assigned longest ago. Who has declined this conversation comes after everybody who has not,
 * and after three declines never again (domain/conversations.md §6.4). Pure.
 */
final class HighestCapacity {

  /** How often the same agent is offered the same conversation at most. */
  static final int MOST_DECLINES = 3;

  private HighestCapacity() {}

  /** The agents who can take it, best first. */
  static List<Candidate> rank(Requirement requirement, Collection<Candidate> candidates) {
    return candidates.stream()
        .filter(c -> c.canTake(requirement.units(), requirement.allowedPresences()))
        .filter(c -> declines(requirement, c) < MOST_DECLINES)
        .sorted(
            Comparator.<Candidate>comparingInt(c -> declines(requirement, c))
                .thenComparing(Comparator.comparingInt(Candidate::free).reversed())
                .thenComparing(
                    Candidate::lastAssignedAt,
                    Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                .thenComparing(Candidate::agentId))
        .toList();
  }

  private static int declines(Requirement requirement, Candidate candidate) {
    return requirement.declines().getOrDefault(candidate.agentId(), 0);
  }
}
