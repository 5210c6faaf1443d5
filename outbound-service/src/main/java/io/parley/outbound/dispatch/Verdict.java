package io.parley.outbound.dispatch;

import io.parley.channels.LookUpResult;
import io.parley.channels.SendResult;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.outbound.message.Message;
import io.parley.outbound.message.Standing;
import io.parley.outbound.pace.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a message stands after the outcome of an errand. Pure but for the jitter. An
 * outcome that comes late, because a receipt or the end of the lease was faster, changes nothing
 * unless it proves that the provider has the message.
 */
final class Verdict {

  /** Why a message ends whose outcome the database does not take. */
  static final DeliveryReason NOT_RECORDED =
      new DeliveryReason(
          FailureCause.OUTCOME_UNKNOWN,
          "What the provider answered could not be recorded. It is not sent again by itself; ask the"
              + " customer before you repeat it, and tell an administrator.",
          null);

  private final RetryPolicy retry;
  private final Backoff questions;
  private final Duration settleAfterAnswer;
  private final Duration settleAfterSilence;
  private final Duration longestDoubt;
  private final RandomGenerator random;

  Verdict(DispatchConfiguration configuration, RandomGenerator random) {
    DispatchConfiguration.LookUp lookUp = configuration.lookUp();
    this.retry = RetryPolicy.of(configuration.retry());
    this.questions = new Backoff(lookUp.firstDelay(), lookUp.longestDelay());
    this.settleAfterAnswer = lookUp.settleAfterAnswer();
    this.settleAfterSilence = lookUp.settleAfterSilence();
    this.longestDoubt = lookUp.longestAge();
    this.random = random;
  }

  /** Where the message stands after the outcome. */
  Standing after(Message message, Outcome outcome, Instant now) {
    return switch (outcome) {
      case Outcome.Sent sent -> afterSending(message, sent, now);
      case Outcome.Asked asked -> afterAsking(message, asked, now);
    };
  }

  private Standing afterSending(Message message, Outcome.Sent sent, Instant now) {
    if (message.standing() instanceof Standing.Calling calling
        && message.attempts() == sent.attempt()) {
      return switch (sent.result()) {
        case SendResult.Accepted accepted -> calling.accepted(accepted.providerMessageId());
        case SendResult.Refused refused -> calling.refused(refused.reason());
        case SendResult.RetryLater later ->
            switch (next(message, later.reason(), later.after(), now)) {
              case RetryPolicy.Next.Again again -> calling.retry(again.at(), later.reason());
              case RetryPolicy.Next.Never never -> calling.giveUp(never.reason());
            };
        case SendResult.Unknown unknown ->
            calling.lost(
                now,
                now.plus(sent.answered() ? settleAfterAnswer : settleAfterSilence),
                unknown.reason());
      };
    }
    return switch (sent.result()) {
      case SendResult.Accepted accepted ->
          message.standing().after(new Standing.Sent(accepted.providerMessageId(), null));
      case SendResult.Refused refused -> message.standing();
      case SendResult.RetryLater later -> message.standing();
      case SendResult.Unknown unknown -> message.standing();
    };
  }

  private Standing afterAsking(Message message, Outcome.Asked asked, Instant now) {
    if (!(message.standing() instanceof Standing.Resolving resolving)
        || message.attempts() != asked.attempt()
        || resolving.questions() != asked.question()) {
      return message.standing();
    }
    return switch (asked.result()) {
      case LookUpResult.Found found -> resolving.found(found.providerMessageId());
      case LookUpResult.Absent absent
          when asked.askedAt().isBefore(resolving.absenceCountsFrom()) ->
          resolving.askAgain(resolving.absenceCountsFrom());
      case LookUpResult.Absent absent ->
          switch (next(message, resolving.reason(), null, now)) {
            case RetryPolicy.Next.Again again -> resolving.absent(again.at());
            case RetryPolicy.Next.Never never -> resolving.giveUp(never.reason());
          };
      case LookUpResult.Refused refused -> resolving.refused(refused.refusal().reason());
      case LookUpResult.Ambiguous ambiguous -> resolving.undecidable(unknown(ambiguous.reason()));
      case LookUpResult.Unanswered unanswered -> askAgain(resolving, unanswered.reason(), now);
    };
  }

  /** The question was not answered: later again, or, after too long, never. */
  Standing askAgain(Standing.Resolving resolving, DeliveryReason why, Instant now) {
    Instant at = now.plus(questions.delay(Math.max(1, resolving.questions()), random));
    return at.isAfter(resolving.suspectSince().plus(longestDoubt))
        ? resolving.undecidable(unknown(why))
        : resolving.askAgain(at);
  }

  /** The lease ended without an outcome: the instance died, or hangs. */
  Standing.Resolving leaseEnded(Standing.Calling calling, Instant now) {
    return calling.lost(
        now,
        calling.startedAt().plus(settleAfterSilence),
        new DeliveryReason(
            FailureCause.OUTCOME_UNKNOWN,
            "Sending was interrupted. It is being found out whether the provider has the message.",
            null));
  }

  /** Where the message stands when the outcome cannot be recorded, if it still waits for it. */
  static Standing unrecordable(Message message, Outcome outcome, Instant now) {
    if (message.attempts() != outcome.attempt()) {
      return message.standing();
    }
    return switch (message.standing()) {
      case Standing.Calling calling ->
          calling.lost(now, now, NOT_RECORDED).undecidable(NOT_RECORDED);
      case Standing.Resolving resolving -> resolving.undecidable(NOT_RECORDED);
      case Standing.Queued queued -> queued;
      case Standing.Concluded concluded -> concluded;
    };
  }

  private RetryPolicy.Next next(
      Message message, DeliveryReason why, @Nullable Duration asked, Instant now) {
    return retry.after(message.attempts(), message.letter().takenAt(), why, asked, now, random);
  }

  private static DeliveryReason unknown(DeliveryReason why) {
    return new DeliveryReason(
        FailureCause.OUTCOME_UNKNOWN,
        why.text()
            + " It could not be found out whether the provider took the message. It is not sent"
            + " again by itself; ask the customer before you repeat it.",
        why.providerCode());
  }
}
