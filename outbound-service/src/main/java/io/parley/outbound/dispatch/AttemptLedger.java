package io.parley.outbound.dispatch;

import io.parley.channels.LookUpResult;
import io.parley.channels.SendResult;
import io.parley.events.DeliveryReason;
import io.parley.outbound.message.Message;
import io.parley.platform.database.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the history of attempts. An attempt is there before its call is made. */
@ApplicationScoped
class AttemptLedger {

  private static final String BEGIN =
      "insert into attempt (message_id, number, started_at) values ($1, $2, $3)";
  private static final String END =
      "update attempt set ended_at = $3, outcome = $4, reason_cause = $5, reason_text = $6,"
          + " reason_code = $7 where message_id = $1 and number = $2";

  private enum Result {
    ACCEPTED,
    REFUSED,
    RETRY_LATER,
    UNKNOWN,
    FOUND,
    ABSENT,
    AMBIGUOUS,
    UNANSWERED
  }

  void begin(Transaction transaction, List<Message> calling, Instant now) {
    transaction.batch(
        BEGIN,
        calling.stream()
            .map(
                message -> Tuple.of(message.id(), message.attempts(), now.atOffset(ZoneOffset.UTC)))
            .toList());
  }

  void end(Transaction transaction, List<Outcome> outcomes, Instant now) {
    transaction.batch(END, outcomes.stream().map(outcome -> row(outcome, now)).toList());
  }

  private static Tuple row(Outcome outcome, Instant now) {
    return switch (outcome) {
      case Outcome.Sent sent ->
          switch (sent.result()) {
            case SendResult.Accepted accepted -> row(outcome, Result.ACCEPTED, null, now);
            case SendResult.Refused refused -> row(outcome, Result.REFUSED, refused.reason(), now);
            case SendResult.RetryLater later ->
                row(outcome, Result.RETRY_LATER, later.reason(), now);
            case SendResult.Unknown unknown -> row(outcome, Result.UNKNOWN, unknown.reason(), now);
          };
      case Outcome.Asked asked ->
          switch (asked.result()) {
            case LookUpResult.Found found -> row(outcome, Result.FOUND, null, now);
            case LookUpResult.Absent absent -> row(outcome, Result.ABSENT, null, now);
            case LookUpResult.Refused refused ->
                row(outcome, Result.REFUSED, refused.refusal().reason(), now);
            case LookUpResult.Ambiguous ambiguous ->
                row(outcome, Result.AMBIGUOUS, ambiguous.reason(), now);
            case LookUpResult.Unanswered unanswered ->
                row(outcome, Result.UNANSWERED, unanswered.reason(), now);
          };
    };
  }

  private static Tuple row(
      Outcome outcome, Result result, @Nullable DeliveryReason reason, Instant now) {
    return Tuple.from(
        Arrays.asList(
            outcome.messageId(),
            outcome.attempt(),
            now.atOffset(ZoneOffset.UTC),
            result.name(),
            reason == null ? null : reason.cause().name(),
            reason == null ? null : reason.text(),
            reason == null ? null : reason.providerCode()));
  }
}
