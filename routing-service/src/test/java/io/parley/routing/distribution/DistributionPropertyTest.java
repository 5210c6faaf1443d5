package io.parley.routing.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.Presence;
import io.parley.routing.distribution.Distribution.Assignment;
import io.parley.routing.distribution.Distribution.Head;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DistributionPropertyTest {

  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final List<UUID> AGENTS =
      IntStream.range(0, 6).mapToObj(i -> new UUID(1, i)).toList();

  @Property
  void nobodyIsFilledBeyondTheRoom(
      @ForAll("heads") List<Head> heads, @ForAll("agents") List<Candidate> agents) {
    // When
    List<Assignment> assignments = Distribution.decide(heads, agents, NOW);

    // Then
    Map<UUID, Integer> taken =
        assignments.stream()
            .collect(
                Collectors.groupingBy(
                    Assignment::agentId, Collectors.summingInt(Assignment::units)));
    assertThat(agents)
        .allSatisfy(
            agent ->
                assertThat(taken.getOrDefault(agent.agentId(), 0))
                    .isLessThanOrEqualTo(Math.max(agent.free(), 0)));
  }

  @Property
  void conversationThatNobodyCanServeBlocksNoOther(
      @ForAll("heads") List<Head> heads, @ForAll("agents") List<Candidate> agents) {
    // Given
    Head impossible =
        new Head(
            new UUID(9, 9),
            new Requirement(Integer.MAX_VALUE, Set.of(Presence.AVAILABLE), Map.of()));
    List<Head> blocked = new ArrayList<>(List.of(impossible));
    blocked.addAll(heads);

    // When
    List<Assignment> assignments = Distribution.decide(blocked, agents, NOW);

    // Then
    assertThat(assignments).isEqualTo(Distribution.decide(heads, agents, NOW));
  }

  @Property
  void sameSnapshotGivesTheSameDecisionInWhateverOrderAgentsCome(
      @ForAll("heads") List<Head> heads, @ForAll("agents") List<Candidate> agents) {
    // Given
    List<Candidate> reversed = new ArrayList<>(agents);
    Collections.reverse(reversed);

    // When
    List<Assignment> assignments = Distribution.decide(heads, reversed, NOW);

    // Then
    assertThat(assignments).isEqualTo(Distribution.decide(heads, agents, NOW));
  }

  @Property
  void nothingThatFitsIsLeftWaiting(
      @ForAll("heads") List<Head> heads, @ForAll("agents") List<Candidate> agents) {
    // When
    List<Assignment> assignments = Distribution.decide(heads, agents, NOW);

    // Then
    Map<UUID, Integer> taken =
        assignments.stream()
            .collect(
                Collectors.groupingBy(
                    Assignment::agentId, Collectors.summingInt(Assignment::units)));
    Set<UUID> assigned =
        assignments.stream().map(Assignment::conversationId).collect(Collectors.toSet());
    List<Candidate> left =
        agents.stream().map(a -> a.afterOffer(taken.getOrDefault(a.agentId(), 0), NOW)).toList();
    assertThat(heads)
        .filteredOn(head -> !assigned.contains(head.conversationId()))
        .allSatisfy(head -> assertThat(HighestCapacity.rank(head.requirement(), left)).isEmpty());
  }

  @Provide
  Arbitrary<List<Head>> heads() {
    Arbitrary<Requirement> requirement =
        Combinators.combine(
                Arbitraries.integers().between(0, 4),
                Arbitraries.subsetOf(Presence.AVAILABLE, Presence.BUSY),
                Arbitraries.maps(Arbitraries.of(AGENTS), Arbitraries.integers().between(1, 4)))
            .as(Requirement::new);
    return requirement
        .list()
        .ofMaxSize(30)
        .map(
            all ->
                IntStream.range(0, all.size())
                    .mapToObj(i -> new Head(new UUID(2, i), all.get(i)))
                    .toList());
  }

  @Provide
  Arbitrary<List<Candidate>> agents() {
    return Combinators.combine(
            Arbitraries.of(AGENTS),
            Arbitraries.of(Presence.class),
            Arbitraries.integers().between(0, 8),
            Arbitraries.longs().between(0, 5).injectNull(0.3))
        .as(
            (id, presence, free, ago) ->
                new Candidate(id, presence, free, ago == null ? null : NOW.minusSeconds(ago)))
        .list()
        .uniqueElements(Candidate::agentId)
        .ofMaxSize(AGENTS.size());
  }
}
