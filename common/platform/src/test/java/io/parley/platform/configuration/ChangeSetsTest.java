package io.parley.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.ConfigurationChanged;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.Queue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeSetsTest {

  private static final UUID A = new UUID(1, 1);
  private static final UUID B = new UUID(1, 2);

  private final ChangeSets sets = new ChangeSets();

  @Test
  void nothingOnTheTopicIsTheEmptyConfiguration() {
    // When
    sets.read(List.of(), 0, () -> 0);

    // Then
    assertThat(sets.whole()).containsSame(ConfigurationSnapshot.EMPTY);
  }

  @Test
  void setWhoseEndIsNotThereYetDoesNotKeepBackWhatWasBefore() {
    // When
    sets.read(List.of(changed(0, A, 1, false), changed(1, A, 2, true)), 2, () -> 2);

    // Then
    assertThat(version()).hasValue(1L);
  }

  @Test
  void setWhoseBeginningReplacedWhatIsGoneKeepsBackUntilItsEnd() {
    // Given
    sets.read(List.of(changed(1, B, 1, false), changed(2, A, 2, true)), 3, () -> 3);
    Optional<Long> before = version();

    // When
    sets.read(List.of(changed(3, B, 2, false)), 4, () -> 4);

    // Then
    assertThat(before).isEmpty();
    assertThat(version()).hasValue(2L);
  }

  @Test
  void whatIsMissingIsWaitedForToTheEndThatTheTopicHadThen() {
    // Given
    sets.read(List.of(changed(1, B, 1, false)), 2, () -> 5);
    Optional<Long> before = version();

    // When
    sets.read(List.of(changed(2, B, 2, false), changed(3, B, 3, false)), 4, () -> 9);
    Optional<Long> between = version();
    sets.read(List.of(changed(4, A, 4, false)), 5, () -> 9);

    // Then
    assertThat(before).isEmpty();
    assertThat(between).isEmpty();
    assertThat(version()).hasValue(4L);
  }

  @Test
  void lastRecordOfASetMayHaveBeenReplaced() {
    // When
    sets.read(
        List.of(changed(0, A, 1, true), changed(2, B, 2, false), changed(3, A, 3, false)),
        4,
        () -> 4);

    // Then
    assertThat(version()).hasValue(3L);
  }

  @Test
  void repetitionOfEarlierVersionsChangesNothing() {
    // Given
    sets.read(List.of(changed(0, A, 1, false), changed(1, A, 2, false)), 2, () -> 2);
    Optional<ConfigurationSnapshot> before = sets.whole();

    // When
    sets.read(List.of(changed(2, A, 1, false)), 3, () -> 3);

    // Then
    assertThat(sets.whole()).isEqualTo(before);
    assertThat(sets.whole().orElseThrow()).isSameAs(before.orElseThrow());
  }

  @Test
  void repetitionDoesNotBringBackWhatWasDeleted() {
    // Given
    ChangeRecord deleted =
        ChangeRecord.of(1, new ConfigurationChanged(Kind.QUEUE, A, 2, null, false));

    // When
    sets.read(List.of(changed(0, A, 1, false), deleted, changed(2, A, 1, false)), 3, () -> 3);

    // Then
    assertThat(sets.whole()).hasValueSatisfying(whole -> assertThat(whole.objects()).isEmpty());
  }

  @Test
  void recordOfAnUnknownKindEndsItsSetAllTheSame() {
    // When
    sets.read(
        List.of(changed(0, A, 1, true), new ChangeRecord(1, 1, false, Optional.empty())),
        2,
        () -> 2);

    // Then
    assertThat(version()).hasValue(1L);
    assertThat(sets.whole().orElseThrow().objects()).containsOnlyKeys(A);
  }

  @Test
  void recordThatSaysNothingKeepsNothingBack() {
    // When
    sets.read(
        List.of(changed(1, A, 3, false), new ChangeRecord(2, 0, false, Optional.empty())),
        3,
        () -> 3);

    // Then
    assertThat(version()).hasValue(3L);
  }

  private Optional<Long> version() {
    return sets.whole().map(ConfigurationSnapshot::version);
  }

  private static ChangeRecord changed(long offset, UUID id, long version, boolean more) {
    Queue queue =
        new Queue(id, "v" + version, 1, Queue.AssignmentMethod.HIGHEST_CAPACITY, List.of());
    return ChangeRecord.of(offset, new ConfigurationChanged(Kind.QUEUE, id, version, queue, more));
  }
}
