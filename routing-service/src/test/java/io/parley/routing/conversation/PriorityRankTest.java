package io.parley.routing.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.events.ConversationEvent.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PriorityRankTest {

  @ParameterizedTest
  @EnumSource
  void rankGivesThePriorityBack(Priority priority) {
    assertThat(PriorityRank.priority(PriorityRank.of(priority))).isEqualTo(priority);
  }

  @Test
  void higherGoesFirst() {
    assertThat(PriorityRank.of(Priority.HIGH))
        .isGreaterThan(PriorityRank.of(Priority.NORMAL))
        .isGreaterThan(PriorityRank.of(Priority.LOW));
    assertThat(PriorityRank.of(Priority.NORMAL)).isGreaterThan(PriorityRank.of(Priority.LOW));
  }

  @Test
  void unknownRankIsRefused() {
    assertThatThrownBy(() -> PriorityRank.priority((short) 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
