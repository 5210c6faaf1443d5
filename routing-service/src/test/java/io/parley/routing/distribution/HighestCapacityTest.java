package io.parley.routing.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HighestCapacityTest {

  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);
  private static final UUID C = new UUID(0, 3);

  @Test
  void mostFreeUnitsComeFirst() {
    // When
    List<UUID> ranked = ranked(requirement(Map.of()), agent(A, 1), agent(B, 3), agent(C, 2));

    // Then
    assertThat(ranked).containsExactly(B, C, A);
  }

  @Test
  void equalRoomGoesToWhoWasAssignedLongestAgoAndNeverIsLongest() {
    // Given
    Candidate recent = new Candidate(A, Presence.AVAILABLE, 2, NOW);
    Candidate earlier = new Candidate(B, Presence.AVAILABLE, 2, NOW.minusSeconds(60));
    Candidate never = new Candidate(C, Presence.AVAILABLE, 2, null);

    // When
    List<UUID> ranked = ranked(requirement(Map.of()), recent, earlier, never);

    // Then
    assertThat(ranked).containsExactly(C, B, A);
  }

  @Test
  void whoHasDeclinedComesAfterEverybodyWhoHasNot() {
    // When
    List<UUID> ranked =
        ranked(requirement(Map.of(A, 1, B, 2)), agent(A, 9), agent(B, 9), agent(C, 1));

    // Then
    assertThat(ranked).containsExactly(C, A, B);
  }

  @Test
  void whoHasDeclinedThreeTimesIsNeverAskedAgain() {
    // When
    List<UUID> ranked = ranked(requirement(Map.of(A, 3)), agent(A, 9));

    // Then
    assertThat(ranked).isEmpty();
  }

  @Test
  void whoHasTooLittleRoomIsNotAsked() {
    // Given
    Requirement costly = new Requirement(3, Set.of(Presence.AVAILABLE), Map.of());

    // When
    List<UUID> ranked = ranked(costly, agent(A, 2), agent(B, 3));

    // Then
    assertThat(ranked).containsExactly(B);
  }

  @Test
  void whoIsInAnotherPresenceIsNotAsked() {
    // When
    List<UUID> ranked =
        ranked(
            requirement(Map.of()),
            new Candidate(A, Presence.DO_NOT_DISTURB, 5, null),
            new Candidate(B, Presence.AVAILABLE, 1, null));

    // Then
    assertThat(ranked).containsExactly(B);
  }

  private static List<UUID> ranked(Requirement requirement, Candidate... candidates) {
    return HighestCapacity.rank(requirement, List.of(candidates)).stream()
        .map(Candidate::agentId)
        .toList();
  }

  private static Requirement requirement(Map<UUID, Integer> declines) {
    return new Requirement(1, Set.of(Presence.AVAILABLE), declines);
  }

  private static Candidate agent(UUID id, int free) {
    return new Candidate(id, Presence.AVAILABLE, free, null);
  }
}
