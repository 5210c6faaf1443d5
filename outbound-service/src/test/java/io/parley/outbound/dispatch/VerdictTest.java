package io.parley.outbound.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.LookUpResult;
import io.parley.channels.SendResult;
import io.parley.events.CustomerAddress;
import io.parley.events.DeliveryReason;
import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.ReceiptStatus;
import io.parley.events.TraceParent;
import io.parley.outbound.message.Letter;
import io.parley.outbound.message.Message;
import io.parley.outbound.message.Report;
import io.parley.outbound.message.Standing;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(40);
  private static final DeliveryReason WHY =
      new DeliveryReason(FailureCause.PROVIDER_FAILURE, "It failed.", null);
  private static final UUID ACCOUNT = UUID.randomUUID();

  /** The defaults, as the service has them. */
  private static final DispatchConfiguration CONFIGURATION =
      new SmallRyeConfigBuilder()
          .withMapping(DispatchConfiguration.class)
          .build()
          .getConfigMapping(DispatchConfiguration.class);

  private final Verdict verdict = new Verdict(CONFIGURATION, new Random(1));

  private static Message calling() {
    Letter letter =
        new Letter(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, "+14255550100"),
            MessageContent.ofText("hello"),
            "agent",
            NOW,
            null,
            TraceParent.begin(new Random(1)),
            NOW);
    Message queued = Message.queued(letter);
    return queued.attempt(
        ACCOUNT, ((Standing.Queued) queued.standing()).call(NOW, NOW.plus(LEASE)), NOW);
  }

  private Message after(Message message, Outcome outcome, Instant at) {
    return message.move(verdict.after(message, outcome, at), at);
  }

  private static Outcome sent(Message message, SendResult result, boolean answered) {
    return new Outcome.Sent(message.id(), message.attempts(), ACCOUNT, NOW, result, answered);
  }

  private static Outcome asked(Message message, LookUpResult result, Instant at) {
    return new Outcome.Asked(
        message.id(),
        message.attempts(),
        ((Standing.Resolving) message.standing()).questions(),
        ACCOUNT,
        at,
        result);
  }

  /** Anything a provider or the courier may say about one attempt. */
  private sealed interface News {

    record Receipt(ReceiptStatus status) implements News {}

    record Result(SendResult result) implements News {}
  }

  private Message after(Message message, News news) {
    return switch (news) {
      case News.Receipt receipt ->
          message.move(
              message
                  .standing()
                  .after(
                      new Report("SM1", receipt.status(), receipt.status().name(), null)
                          .standing()),
              NOW);
      case News.Result result ->
          after(
              message, new Outcome.Sent(message.id(), 1, ACCOUNT, NOW, result.result(), true), NOW);
    };
  }

  @Property
  void orderAndNumberOfReceiptsNeverMatter(
      @ForAll @NotEmpty @Size(max = 6) List<ReceiptStatus> receipts,
      @ForAll boolean accepted,
      @ForAll Random random) {
    // Given
    SendResult result = accepted ? new SendResult.Accepted("SM1") : new SendResult.Unknown(WHY);
    List<News> inOrder = new ArrayList<>();
    inOrder.add(new News.Result(result));
    receipts.forEach(status -> inOrder.add(new News.Receipt(status)));
    List<News> mixed = new ArrayList<>(inOrder);
    receipts.forEach(status -> mixed.add(new News.Receipt(status)));
    Collections.shuffle(mixed, random);
    Message message = calling();

    // When
    Message expected = message;
    for (News news : inOrder) {
      expected = after(expected, news);
    }
    Message actual = message;
    for (News news : mixed) {
      actual = after(actual, news);
    }

    // Then
    assertThat(actual.standing().state()).isEqualTo(expected.standing().state());
    assertThat(actual.standing().providerMessageId()).isEqualTo("SM1");
  }

  @Property
  void versionsCountTheChangesThatOthersSee(@ForAll @Size(max = 8) List<ReceiptStatus> receipts) {
    // Given
    Message message = calling();

    // When
    List<Message> history = new ArrayList<>(List.of(message));
    for (ReceiptStatus status : receipts) {
      history.add(after(history.getLast(), new News.Receipt(status)));
    }

    // Then
    for (int i = 1; i < history.size(); i++) {
      boolean changed = history.get(i).standing().state() != history.get(i - 1).standing().state();
      assertThat(history.get(i).version() - history.get(i - 1).version())
          .isEqualTo(changed ? 1 : 0);
    }
  }

  @Test
  void refusalIsFinal() {
    // When
    Message after = after(calling(), sent(calling(), new SendResult.Refused(WHY), true), NOW);

    // Then
    assertThat(after.standing()).isEqualTo(new Standing.Rejected(null, null, WHY));
  }

  @Test
  void whatWasCertainlyNotTakenIsTriedAgainNotBeforeTheProviderAsks() {
    // Given
    Message message = calling();
    SendResult later = new SendResult.RetryLater(WHY, Duration.ofSeconds(90));

    // When
    Message after = after(message, sent(message, later, true), NOW);

    // Then
    assertThat(after.standing()).isEqualTo(new Standing.Queued(NOW.plusSeconds(90), WHY, null));
  }

  @Test
  void retryThatTheProviderWantsAfterTheLongestAgeIsNotMade() {
    // Given
    Message message = calling();
    SendResult later = new SendResult.RetryLater(WHY, Duration.ofHours(2));

    // When
    Message after = after(message, sent(message, later, true), NOW);

    // Then
    assertThat(after.standing().state()).isEqualTo(DeliveryState.FAILED);
  }

  @Test
  void absenceIsNotBelievedWhileTheRequestMayBeOnItsWay() {
    // Given
    Message lost = lost(calling(), false);

    // When
    Message after =
        after(
            lost, asked(lost, new LookUpResult.Absent(), NOW.plusSeconds(29)), NOW.plusSeconds(31));

    // Then
    assertThat(after.standing())
        .isInstanceOfSatisfying(
            Standing.Resolving.class,
            resolving -> assertThat(resolving.dueAt()).isEqualTo(NOW.plusSeconds(30)));
  }

  @Test
  void absenceIsBelievedLaterAndTheDoubtStaysInMind() {
    // Given
    Message lost = lost(calling(), false);

    // When
    Message after =
        after(
            lost, asked(lost, new LookUpResult.Absent(), NOW.plusSeconds(30)), NOW.plusSeconds(31));

    // Then
    assertThat(after.standing())
        .isInstanceOfSatisfying(
            Standing.Queued.class, queued -> assertThat(queued.suspectSince()).isEqualTo(NOW));
  }

  @Test
  void secondAttemptIsLookedUpFromTheFirstDoubtfulOne() {
    // Given
    Standing.Queued queued = new Standing.Queued(NOW, WHY, NOW.minusSeconds(60));

    // When
    Standing.Calling calling = queued.call(NOW, NOW.plus(LEASE));

    // Then
    assertThat(calling.suspectSince()).isEqualTo(NOW.minusSeconds(60));
    assertThat(calling.retry(NOW, WHY).suspectSince()).isEqualTo(NOW.minusSeconds(60));
  }

  @Test
  void ambiguityIsShownAndNeverResent() {
    // Given
    Message lost = lost(calling(), true);

    // When
    Message after =
        after(lost, asked(lost, new LookUpResult.Ambiguous(WHY), NOW), NOW.plusSeconds(1));

    // Then
    assertThat(after.standing().state()).isEqualTo(DeliveryState.UNKNOWN);
    assertThat(reason(after).cause()).isEqualTo(FailureCause.OUTCOME_UNKNOWN);
  }

  @Test
  void unansweredQuestionIsPutAgainUntilTheDoubtIsTooOld() {
    // Given
    Message lost = lost(calling(), true);
    LookUpResult unanswered = new LookUpResult.Unanswered(WHY);

    // When
    Message soon = after(lost, asked(lost, unanswered, NOW), NOW.plusSeconds(1));
    Message late =
        after(lost, asked(lost, unanswered, NOW), NOW.plus(Duration.ofHours(1)).plusMillis(1));

    // Then
    assertThat(soon.standing()).isInstanceOf(Standing.Resolving.class);
    assertThat(late.standing().state()).isEqualTo(DeliveryState.UNKNOWN);
  }

  @Test
  void answerThatComesAfterTheLeaseProvesOnlyWhatItProves() {
    // Given
    Message message = calling();
    Message expired =
        message.move(
            verdict.leaseEnded((Standing.Calling) message.standing(), NOW.plus(LEASE)),
            NOW.plus(LEASE));

    // When
    Message accepted = after(expired, sent(message, new SendResult.Accepted("SM1"), true), NOW);
    Message refused = after(expired, sent(message, new SendResult.Refused(WHY), true), NOW);

    // Then
    assertThat(accepted.standing().state()).isEqualTo(DeliveryState.SENT);
    assertThat(refused.standing()).isEqualTo(expired.standing());
  }

  @Test
  void outcomeOfAnEarlierAttemptDoesNotTouchALaterOne() {
    // Given
    Message first = calling();
    Message again = after(first, sent(first, new SendResult.RetryLater(WHY, null), true), NOW);
    Message second =
        again.attempt(
            ACCOUNT, ((Standing.Queued) again.standing()).call(NOW, NOW.plus(LEASE)), NOW);

    // When
    Message after = after(second, sent(first, new SendResult.Refused(WHY), true), NOW);

    // Then
    assertThat(after).isEqualTo(second);
  }

  private Message lost(Message message, boolean answered) {
    return after(message, sent(message, new SendResult.Unknown(WHY), answered), NOW);
  }

  private static DeliveryReason reason(Message message) {
    return Objects.requireNonNull(message.standing().reason());
  }
}
