package io.parley.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When keys for tokens follow each other. */
class KeyScheduleTest {

  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration NOTICE = Duration.ofMinutes(7);
  private static final Duration KEPT = Duration.ofMinutes(12);
  private static final Instant SECOND = START.plus(MONTH);

  private final KeySchedule schedule = new KeySchedule(MONTH, NOTICE, KEPT);

  @Test
  void firstKeySignsAtOnce() {
    // When
    var next = schedule.nextSignsFrom(List.of(), START);

    // Then
    assertThat(next).contains(START);
  }

  @Test
  void nextKeyIsMadeSoEarlyThatEverybodyKnowsItWhenItSigns() {
    // Given
    Instant due = SECOND.minus(NOTICE);

    // When
    var early = schedule.nextSignsFrom(List.of(START), due.minusSeconds(1));
    var inTime = schedule.nextSignsFrom(List.of(START), due);

    // Then
    assertThat(early).isEmpty();
    assertThat(inTime).contains(SECOND);
  }

  @Test
  void afterALongStandstillTheNextKeyIsPublishedBeforeItSignsAllTheSame() {
    // Given
    Instant late = START.plus(Duration.ofDays(90));

    // When
    var next = schedule.nextSignsFrom(List.of(START), late);

    // Then
    assertThat(next).contains(late.plus(NOTICE));
  }

  @Test
  void keyThatWasMadeIsNotMadeAgain() {
    // Given
    List<Instant> both = List.of(START, SECOND);

    // When
    var next = schedule.nextSignsFrom(both, SECOND.minusSeconds(1));

    // Then
    assertThat(next).isEmpty();
  }

  @Test
  void newestKeySignsWhoseTimeHasCome() {
    // Given
    List<Instant> both = List.of(START, SECOND);

    // When
    Instant before = schedule.signing(both, SECOND.minusNanos(1));
    Instant after = schedule.signing(both, SECOND);

    // Then
    assertThat(before).isEqualTo(START);
    assertThat(after).isEqualTo(SECOND);
  }

  @Test
  void formerKeyStaysUntilItsLastTokenHasRunOut() {
    // Given
    List<Instant> both = List.of(START, SECOND);

    // When
    boolean within = schedule.isOver(START, both, SECOND.plus(KEPT));
    boolean after = schedule.isOver(START, both, SECOND.plus(KEPT).plusSeconds(1));
    boolean present = schedule.isOver(SECOND, both, SECOND.plus(Duration.ofDays(365)));

    // Then
    assertThat(within).isFalse();
    assertThat(after).isTrue();
    assertThat(present).isFalse();
  }

  @Test
  void lifetimeWithinWhichNothingCanBePublishedIsRefused() {
    assertThatThrownBy(() -> new KeySchedule(Duration.ofMinutes(15), NOTICE, KEPT))
        .hasMessageContaining("parley.admin.token.key-lifetime");
  }
}
