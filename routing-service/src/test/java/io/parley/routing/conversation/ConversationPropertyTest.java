package io.parley.routing.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.ConversationEvent;
import io.parley.events.ConversationEvent.StateChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ConversationPropertyTest {

  private static final int MOVES = 60;
  private static final List<UUID> AGENTS = List.of(Given.id(), Given.id(), Given.id());

  @Property(tries = 300)
  void sequencesAndVersionsHaveNoGapsUnderAnyLegalMoves(@ForAll long seed) {
    // Given
    Random random = new Random(seed);
    Step<? extends Conversation> step = Given.begin();
    List<ConversationEvent> events = new ArrayList<>(step.events());

    // When
    for (int i = 0; i < MOVES && !(step.after() instanceof Closed); i++) {
      step = anyMove(step.after(), random, Given.START.plusSeconds(i));
      events.addAll(step.events());
    }

    // Then
    assertThat(events)
        .extracting(ConversationEvent::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
    List<Long> versions =
        events.stream()
            .filter(StateChanged.class::isInstance)
            .map(event -> ((StateChanged) event).version())
            .toList();
    assertThat(versions)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, versions.size()).boxed().toList());
    assertThat(step.after().progress().eventSequence()).isEqualTo(events.size());
    assertThat(step.after().progress().version()).isEqualTo(versions.size());
    long messages =
        events.stream().filter(ConversationEvent.MessageAppended.class::isInstance).count();
    assertThat(step.after().progress().messageCount()).isEqualTo(messages);
  }

  @Property(tries = 300)
  void sessionsAreOpenExactlyWhileUnitsAreHeld(@ForAll long seed) {
    // Given
    Random random = new Random(seed);
    Step<? extends Conversation> step = Given.begin();
    Map<UUID, Integer> sessions = new HashMap<>();

    // When
    for (int i = 0; i < MOVES && !(step.after() instanceof Closed); i++) {
      step = anyMove(step.after(), random, Given.START.plusSeconds(i));
      step.events().forEach(event -> count(event, sessions));

      // Then
      int open = sessions.values().stream().mapToInt(Integer::intValue).sum();
      assertThat(open).isEqualTo(step.after().holding().isPresent() ? 1 : 0);
    }
  }

  @Property(tries = 300)
  void stateChangesTellEveryStateItWentThrough(@ForAll long seed) {
    // Given
    Random random = new Random(seed);
    Step<? extends Conversation> step = Given.begin();

    for (int i = 0; i < MOVES && !(step.after() instanceof Closed); i++) {
      Conversation before = step.after();

      // When
      step = anyMove(before, random, Given.START.plusSeconds(i));

      // Then
      List<StateChanged> changes =
          step.events().stream()
              .filter(StateChanged.class::isInstance)
              .map(StateChanged.class::cast)
              .toList();
      boolean moved = before.progress().version() != step.after().progress().version();
      assertThat(changes).hasSize(moved ? 1 : 0);
      for (StateChanged change : changes) {
        assertThat(change.from()).isEqualTo(before.state());
        assertThat(change.to()).isEqualTo(step.after().state());
        assertThat(change.reason()).isEqualTo(step.after().reason());
        assertThat(change.agentId()).isEqualTo(step.after().agent().orElse(null));
      }
    }
  }

  private static void count(ConversationEvent event, Map<UUID, Integer> sessions) {
    if (event instanceof ConversationEvent.SessionOpened opened) {
      sessions.merge(opened.sessionId(), 1, Integer::sum);
    } else if (event instanceof ConversationEvent.SessionClosed closed) {
      sessions.merge(closed.sessionId(), -1, Integer::sum);
    }
  }

  /** Any move that is legal; closing is rare, so that conversations live long. */
  private static Step<? extends Conversation> anyMove(
      Conversation conversation, Random random, Instant at) {
    if (conversation instanceof Conversation.Closable closable && random.nextInt(40) == 0) {
      return closable.autoClose(at);
    }
    if (conversation instanceof Conversation.Ongoing ongoing && random.nextInt(3) == 0) {
      return ongoing.customerWrote(Given.message(at), at, Given::id);
    }
    return switch (conversation) {
      case Open open ->
          open.offer(
              Given.offer(AGENTS.get(random.nextInt(AGENTS.size())), at.plusSeconds(120)),
              1 + random.nextInt(5),
              AGENTS.size(),
              at);
      case Offered offered ->
          switch (random.nextInt(4)) {
            case 0 -> offered.decline(at);
            case 1 -> offered.expire(at);
            case 2 -> offered.withdraw(at);
            default -> offered.accept(at);
          };
      case InConversation in ->
          switch (random.nextInt(5)) {
            case 0 -> in.end(at);
            case 1 -> in.setAside(at);
            case 2 -> in.loseAgent(at, Given::id);
            default -> in.reply(Given.id(), at);
          };
      case Waiting waiting -> waiting.reopen(Given.id(), 1 + random.nextInt(5), at);
      case WrapUp wrapUp -> wrapUp.close(at);
      case Closed closed -> throw new IllegalStateException("closed is the end");
    };
  }
}
