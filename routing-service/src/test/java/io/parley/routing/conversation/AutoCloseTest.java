package io.parley.routing.conversation;

import static io.parley.routing.conversation.Given.INACTIVITY;
import static io.parley.routing.conversation.Given.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of domain/conversations.md §4.1 and §4.2. */
class AutoCloseTest {

  static Stream<Arguments> limits() {
    return Stream.of(
        Arguments.of(Given.open(), START.plus(Duration.ofDays(30))),
        Arguments.of(Given.offered(), START.plus(Duration.ofDays(30))),
        Arguments.of(Given.inConversation(), START.plusSeconds(5).plus(Duration.ofDays(30))),
        Arguments.of(Given.waiting(), START.plusSeconds(60).plus(INACTIVITY)),
        Arguments.of(Given.wrapUp(), START.plusSeconds(60).plus(Duration.ofDays(1))));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void eachStateHasItsLimit(Conversation conversation, Instant limit) {
    assertThat(AutoClose.closesAt(conversation, INACTIVITY)).contains(limit);
  }

  @Test
  void closedConversationHasNone() {
    assertThat(AutoClose.closesAt(Given.open().autoClose(START).after(), INACTIVITY)).isEmpty();
  }

  @Test
  void messageBeginsTheLimitOfAnActiveConversationAnew() {
    // Given
    Instant wrote = START.plus(Duration.ofDays(10));
    InConversation active =
        Given.inConversation().customerWrote(Given.message(wrote), wrote, Given::id).after();

    // When
    var closesAt = AutoClose.closesAt(active, INACTIVITY);

    // Then
    assertThat(closesAt).contains(wrote.plus(Duration.ofDays(30)));
  }
}
