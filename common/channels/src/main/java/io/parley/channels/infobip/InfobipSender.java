package io.parley.channels.infobip;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.CallContext;
import io.parley.channels.LookUpResult;
import io.parley.channels.MessageRules;
import io.parley.channels.MessageSender;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.Question;
import io.parley.channels.ReceiptMeaning;
import io.parley.channels.SendResult;
import io.parley.channels.wire.SmsParts;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends text messages. Our message id is the guard against repetition: Infobip refuses an id that
 * it has seen, so an unclear call is repeated, and "seen before" means that it had been taken
 * (providers/infobip.md §2).
 */
final class InfobipSender implements MessageSender {

  /** Longest text, in bytes of UTF-8. */
  static final int MAX_BYTES = 4_000;

  private static final int MAX_PARTS = 25;

  @Override
  public Optional<SendResult.Refused> check(OutgoingMessage message, Map<String, String> settings) {
    return MessageRules.textOnly(message)
        .or(() -> length(message.content().text(), settings))
        .map(SendResult.Refused::new);
  }

  @Override
  public ProviderRequest request(OutgoingMessage message, CallContext context, URI statusCallback) {
    return InfobipCalls.send(message, context, statusCallback);
  }

  /**
   * What Infobip rejects is refused for good even where a later attempt may work: it has the id by
   * then, and would call a second attempt a duplicate, which looks as if the first had been taken.
   */
  @Override
  public SendResult result(
      ProviderResponse response, OutgoingMessage message, OpenAccount account) {
    return switch (SubmitAnswer.read(response, message.id())) {
      case SubmitAnswer.Taken(String id) -> new SendResult.Accepted(id);
      case SubmitAnswer.Rejected(MessageStatus status) -> rejection(status);
      case SubmitAnswer.Refused(int http, DeliveryReason reason) -> new SendResult.Refused(reason);
      case SubmitAnswer.Busy(DeliveryReason reason, Duration after) ->
          new SendResult.RetryLater(reason, after);
      case SubmitAnswer.Unclear(DeliveryReason reason) -> new SendResult.Unknown(reason);
    };
  }

  @Override
  public Optional<Question> lookUp(
      OutgoingMessage message, CallContext context, URI statusCallback, Instant attemptedAt) {
    Duration remembered =
        Duration.ofMinutes(
            Long.parseLong(
                context
                    .account()
                    .optionalSetting(InfobipForm.REPEAT_MINUTES)
                    .orElse(InfobipForm.DEFAULT_REPEAT_MINUTES)));
    return context.now().isAfter(attemptedAt.plus(remembered))
        ? Optional.empty()
        : Optional.of(
            new Question(
                InfobipCalls.send(message, context, statusCallback), Question.Kind.REPEAT));
  }

  @Override
  public LookUpResult lookedUp(
      ProviderResponse response,
      OutgoingMessage message,
      OpenAccount account,
      Instant attemptedAt,
      List<String> takenElsewhere) {
    return switch (SubmitAnswer.read(response, message.id())) {
      case SubmitAnswer.Taken(String id) -> new LookUpResult.Found(id);
      case SubmitAnswer.Rejected(MessageStatus status) -> rejectedRepetition(status);
      // The same bytes would have been refused at first, too.
      case SubmitAnswer.Refused(int http, DeliveryReason reason) when http == 400 ->
          new LookUpResult.Refused(new SendResult.Refused(reason));
      case SubmitAnswer.Refused(int http, DeliveryReason reason) ->
          new LookUpResult.Unanswered(reason);
      case SubmitAnswer.Busy(DeliveryReason reason, Duration after) ->
          new LookUpResult.Unanswered(reason);
      case SubmitAnswer.Unclear(DeliveryReason reason) -> new LookUpResult.Unanswered(reason);
    };
  }

  @Override
  public ReceiptMeaning meaningOf(String errorCode) {
    return InfobipErrors.meaningOf(errorCode);
  }

  /**
   * A rejection of the repetition proves something about the first call only if it is for a reason
   * that stood at that time, too. Credit, flooding and fraud filters may have changed by the very
   * message that is looked for.
   */
  private static LookUpResult rejectedRepetition(MessageStatus status) {
    SendResult.Refused rejection = rejection(status);
    return switch (status.id() == null ? -1 : status.id()) {
      case 6, 8, 10, 11, 13, 14, 18, 19, 24, 25, 51, 52 -> new LookUpResult.Refused(rejection);
      case 21, 100 -> new LookUpResult.Unanswered(rejection.reason());
      default ->
          new LookUpResult.Ambiguous(
              new DeliveryReason(
                  FailureCause.OUTCOME_UNKNOWN,
                  "Infobip rejected a repetition of the message; whether it had taken the first"
                      + " call is not known. Ask the customer before you send it again.",
                  rejection.reason().providerCode()));
    };
  }

  private static SendResult.Refused rejection(MessageStatus status) {
    ReceiptMeaning meaning = InfobipErrors.meaningOf(status.code());
    return new SendResult.Refused(meaning.reason(), meaning.optedOut());
  }

  private static Optional<DeliveryReason> length(String text, Map<String, String> settings) {
    boolean tooManyParts =
        !MessageOptions.transliterates(settings) && SmsParts.of(text) > MAX_PARTS;
    return tooManyParts || text.getBytes(UTF_8).length > MAX_BYTES
        ? MessageRules.invalid(
            "The text is longer than "
                + MAX_PARTS
                + " parts of a text message or "
                + MAX_BYTES
                + " bytes. Split it.")
        : Optional.empty();
  }
}
