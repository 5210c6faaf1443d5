package io.parley.routing.conversation;

import static io.parley.routing.conversation.Given.AGENT;
import static io.parley.routing.conversation.Given.START;
import static io.parley.routing.conversation.Given.UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.ClosureReason;
import io.parley.events.ConversationEvent;
import io.parley.events.ConversationEvent.Author;
import io.parley.events.ConversationEvent.StateChanged;
import io.parley.events.ConversationState;
import io.parley.events.StateReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Every transition of the table in domain/conversations.md §3 that asynchronous channels have. A
 * move that is not in it does not exist as a method, so there is nothing to test.
 */
class TransitionsTest {

  private static final Instant LATER = START.plusSeconds(600);

  @Test
  void t1NoneToOpenByInboundMessage() {
    // When
    Step<Open> step = Given.begin();

    // Then
    assertThat(step.after().state()).isEqualTo(ConversationState.OPEN);
    assertThat(step.after().reason()).isEqualTo(StateReason.AWAITING_AGENT_ASSIGNMENT);
    assertThat(step.after().holding()).isEmpty();
    assertThat(step.after().waitingSince()).isEqualTo(START);
    assertThat(step.after().progress().version()).isEqualTo(1);
    assertThat(kinds(step))
        .containsExactly(
            ConversationEvent.Opened.class,
            ConversationEvent.MessageAppended.class,
            ConversationEvent.Classified.class,
            ConversationEvent.Queued.class,
            StateChanged.class);
    assertThat(change(step).from()).isNull();
  }

  @Test
  void t2OpenToActiveByOffer() {
    // Given
    Open open = Given.open();
    Offer offer = Given.offer(AGENT, LATER);

    // When
    Step<Offered> step = open.offer(offer, UNITS, 2, START);

    // Then
    assertThat(step.after().state()).isEqualTo(ConversationState.ACTIVE);
    assertThat(step.after().reason()).isEqualTo(StateReason.AWAITING_AGENT_ACCEPTANCE);
    assertThat(step.after().holding()).contains(new Holding(AGENT, UNITS));
    assertThat(step.after().waitingSince()).isEqualTo(open.waitingSince());
    assertThat(kinds(step))
        .containsExactly(
            ConversationEvent.SessionOpened.class,
            ConversationEvent.OfferMade.class,
            StateChanged.class);
  }

  @Test
  void everyDecisionOfAMoveNamesTheConfigurationThatMadeIt() {
    // Given
    Step<Open> begun = Given.begin();
    Step<Offered> offered = begun.after().offer(Given.offer(AGENT, LATER), UNITS, 2, START);

    // When
    List<ConversationEvent> events = new ArrayList<>(begun.decidedBy(7).events());
    events.addAll(offered.decidedBy(8).events());

    // Then
    assertThat(events)
        .filteredOn(ConversationEvent.Queued.class::isInstance)
        .extracting(event -> ((ConversationEvent.Queued) event).configurationVersion())
        .containsExactly(7L);
    assertThat(events)
        .filteredOn(ConversationEvent.OfferMade.class::isInstance)
        .extracting(event -> ((ConversationEvent.OfferMade) event).configurationVersion())
        .containsExactly(8L);
  }

  @Test
  void openConversationMovesToAnotherQueueAndKeepsItsAgeAndState() {
    // Given
    Open open = Given.open();
    UUID queueId = Given.id();

    // When
    Step<Open> step = open.requeueInto(queueId, LATER, Given::id);

    // Then
    assertThat(step.after().identity().queueId()).isEqualTo(queueId);
    assertThat(step.after().segmentId()).isNotEqualTo(open.segmentId());
    assertThat(step.after().waitingSince()).isEqualTo(open.waitingSince());
    assertThat(step.after().progress().version()).isEqualTo(open.progress().version());
    assertThat(step.after().progress().stateSince()).isEqualTo(open.progress().stateSince());
    assertThat(kinds(step)).containsExactly(ConversationEvent.Queued.class);
  }

  @Test
  void t16ReturnsToTheQueueThatIsThereNow() {
    // Given
    UUID queueId = Given.id();
    Waiting waiting = Given.waiting().returningTo(queueId);

    // When
    Step<Open> step = waiting.customerWrote(Given.message(LATER), LATER, Given::id);

    // Then
    assertThat(step.after().identity().queueId()).isEqualTo(queueId);
    assertThat(step.events())
        .filteredOn(ConversationEvent.Queued.class::isInstance)
        .extracting(event -> ((ConversationEvent.Queued) event).queueId())
        .containsExactly(queueId);
  }

  @Test
  void t2OfferedToInConversationByAcceptance() {
    // Given
    Offered offered = Given.offered();

    // When
    Step<InConversation> step = offered.accept(LATER);

    // Then
    assertThat(step.after().reason()).isEqualTo(StateReason.IN_CONVERSATION);
    assertThat(step.after().holding()).isEqualTo(offered.holding());
    assertThat(step.after().sessionId()).isEqualTo(offered.offer().sessionId());
    assertThat(kinds(step))
        .containsExactly(ConversationEvent.OfferAccepted.class, StateChanged.class);
  }

  @Test
  void t3ActiveToOpenByDecline() {
    // Given
    Offered offered = Given.offered();

    // When
    Step<Open> step = offered.decline(LATER);

    // Then
    assertThat(step.after().waitingSince()).isEqualTo(offered.waitingSince());
    assertThat(step.after().segmentId()).isEqualTo(offered.segmentId());
    assertThat(step.after().holding()).isEmpty();
    assertThat(closure(step)).isEqualTo(ClosureReason.AGENT_REJECT);
    assertThat(kinds(step))
        .containsExactly(
            ConversationEvent.OfferDeclined.class,
            ConversationEvent.SessionClosed.class,
            StateChanged.class);
  }

  @Test
  void t3ActiveToOpenByTimeOut() {
    // When
    Step<Open> step = Given.offered().expire(LATER);

    // Then
    assertThat(step.after().reason()).isEqualTo(StateReason.AWAITING_AGENT_ASSIGNMENT);
    assertThat(closure(step)).isEqualTo(ClosureReason.AGENT_TIMEOUT);
    assertThat(kinds(step)).startsWith(ConversationEvent.OfferExpired.class);
  }

  @Test
  void t5OpenToClosedByTimer() {
    // When
    Step<Closed> step = Given.open().autoClose(LATER);

    // Then
    assertThat(step.after().reason()).isEqualTo(StateReason.AUTO_CLOSED_BY_SYSTEM);
    assertThat(step.after().agent()).isEmpty();
    assertThat(kinds(step)).containsExactly(StateChanged.class);
  }

  @Test
  void t8ActiveToWrapUpByEndKeepsCapacity() {
    // Given
    InConversation active = Given.inConversation();

    // When
    Step<WrapUp> step = active.end(LATER);

    // Then
    assertThat(step.after().reason()).isEqualTo(StateReason.AGENT_MOVED_TO_WRAP_UP);
    assertThat(step.after().holding()).isEqualTo(active.holding());
    assertThat(step.after().progress().stateSince()).isEqualTo(LATER);
    assertThat(kinds(step)).containsExactly(StateChanged.class);
  }

  @Test
  void t10ActiveToWaitingByClosingTheSessionFreesCapacity() {
    // When
    Step<Waiting> step = Given.inConversation().setAside(LATER);

    // Then
    assertThat(step.after().reason()).isEqualTo(StateReason.AWAITING_CUSTOMER_RESPONSE);
    assertThat(step.after().holding()).isEmpty();
    assertThat(step.after().agent()).contains(AGENT);
    assertThat(closure(step)).isEqualTo(ClosureReason.AGENT_CLOSED);
  }

  @Test
  void t12ActiveToOpenByLostAgentBeginsNewSegment() {
    // Given
    InConversation active = Given.inConversation();

    // When
    Step<Open> step = active.loseAgent(LATER, Given::id);

    // Then
    assertThat(step.after().holding()).isEmpty();
    assertThat(step.after().waitingSince()).isEqualTo(START);
    assertThat(closure(step)).isEqualTo(ClosureReason.AGENT_DISCONNECTED);
    assertThat(kinds(step))
        .containsExactly(
            ConversationEvent.SessionClosed.class,
            ConversationEvent.Queued.class,
            StateChanged.class);
  }

  @Test
  void t12OfferedToOpenByLostAgentKeepsPlace() {
    // Given
    Offered offered = Given.offered();

    // When
    Step<Open> step = offered.withdraw(LATER);

    // Then
    assertThat(step.after().waitingSince()).isEqualTo(offered.waitingSince());
    assertThat(closure(step)).isEqualTo(ClosureReason.AGENT_DISCONNECTED);
    assertThat(kinds(step)).startsWith(ConversationEvent.OfferWithdrawn.class);
  }

  @Test
  void t14ActiveToClosedByTimer() {
    // When
    Step<Closed> step = Given.inConversation().autoClose(LATER);

    // Then
    assertThat(step.after().reason()).isEqualTo(StateReason.AUTO_CLOSED_BY_SYSTEM);
    assertThat(step.after().holding()).isEmpty();
    assertThat(closure(step)).isEqualTo(ClosureReason.AUTO_CLOSE);
  }

  @Test
  void t14OfferedToClosedByTimerWithdrawsTheOffer() {
    // When
    Step<Closed> step = Given.offered().autoClose(LATER);

    // Then
    assertThat(step.after().reason()).isEqualTo(StateReason.AUTO_CLOSED_BY_SYSTEM);
    assertThat(kinds(step))
        .containsExactly(
            ConversationEvent.OfferWithdrawn.class,
            ConversationEvent.SessionClosed.class,
            StateChanged.class);
  }

  @Test
  void t16WaitingToOpenByCustomerBehindWhoHasWaitedLonger() {
    // Given
    Instant wrote = LATER.minusSeconds(1);

    // When
    Step<Open> step = Given.waiting().customerWrote(Given.message(wrote), LATER, Given::id);

    // Then
    assertThat(step.after().waitingSince()).isEqualTo(wrote);
    assertThat(step.after().agent()).isEmpty();
    assertThat(step.after().progress().messageCount()).isEqualTo(2);
    assertThat(kinds(step))
        .containsExactly(
            ConversationEvent.MessageAppended.class,
            ConversationEvent.Queued.class,
            StateChanged.class);
  }

  @Test
  void t17WaitingToActiveByReopeningTakesCapacityAgain() {
    // When
    Step<InConversation> step = Given.waiting().reopen(Given.id(), UNITS, LATER);

    // Then
    assertThat(step.after().reason()).isEqualTo(StateReason.IN_CONVERSATION);
    assertThat(step.after().holding()).contains(new Holding(AGENT, UNITS));
    assertThat(kinds(step))
        .containsExactly(ConversationEvent.SessionOpened.class, StateChanged.class);
  }

  @Test
  void t18WaitingToClosedByTimer() {
    // When
    Step<Closed> step = Given.waiting().autoClose(LATER);

    // Then
    assertThat(step.after().reason()).isEqualTo(StateReason.AUTO_CLOSED_FROM_WAITING_STATE);
    assertThat(step.after().agent()).contains(AGENT);
  }

  @Test
  void t19WrapUpToClosedByAgent() {
    // When
    Step<Closed> step = Given.wrapUp().close(LATER);

    // Then
    assertThat(step.after().reason()).isEqualTo(StateReason.CONVERSATION_ENDED_BY_AGENT);
    assertThat(step.after().holding()).isEmpty();
    assertThat(closure(step)).isEqualTo(ClosureReason.AGENT_END_CONVERSATION);
  }

  @Test
  void t20WrapUpToClosedByTimer() {
    // When
    Step<Closed> step = Given.wrapUp().autoClose(LATER);

    // Then
    assertThat(step.after().reason()).isEqualTo(StateReason.AUTO_CLOSED_BY_SYSTEM);
    assertThat(closure(step)).isEqualTo(ClosureReason.AUTO_CLOSE);
  }

  @Test
  void customersMessageNeitherMovesAnActiveConversationNorItsVersion() {
    // Given
    InConversation active = Given.inConversation();

    // When
    Step<InConversation> step = active.customerWrote(Given.message(LATER), LATER, Given::id);

    // Then
    assertThat(step.after().progress().version()).isEqualTo(active.progress().version());
    assertThat(step.after().progress().lastCustomerMessageAt()).isEqualTo(LATER);
    assertThat(kinds(step)).containsExactly(ConversationEvent.MessageAppended.class);
  }

  @Test
  void olderMessageThatComesLateDoesNotTurnTimeBack() {
    // Given
    InConversation active =
        Given.inConversation().customerWrote(Given.message(LATER), LATER, Given::id).after();

    // When
    Step<InConversation> step =
        active.customerWrote(Given.message(START.minusSeconds(9)), LATER, Given::id);

    // Then
    assertThat(step.after().progress().lastCustomerMessageAt()).isEqualTo(LATER);
    assertThat(step.after().progress().lastMessageAt()).isEqualTo(LATER);
  }

  @Test
  void replyTellsWhoWroteAndWhere() {
    // When
    Step<InConversation> step = Given.inConversation().reply(Given.id(), LATER);

    // Then
    assertThat(step.events())
        .singleElement()
        .isInstanceOfSatisfying(
            ConversationEvent.MessageAppended.class,
            appended -> {
              assertThat(appended.author()).isEqualTo(Author.AGENT);
              assertThat(appended.agentId()).isEqualTo(AGENT);
              assertThat(appended.position()).isEqualTo(2);
            });
  }

  private static List<Class<?>> kinds(Step<?> step) {
    return step.events().stream().<Class<?>>map(Object::getClass).toList();
  }

  private static StateChanged change(Step<?> step) {
    return step.events().stream()
        .filter(StateChanged.class::isInstance)
        .map(StateChanged.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static ClosureReason closure(Step<?> step) {
    return step.events().stream()
        .filter(ConversationEvent.SessionClosed.class::isInstance)
        .map(ConversationEvent.SessionClosed.class::cast)
        .findFirst()
        .orElseThrow()
        .reason();
  }
}
