package io.parley.channels.custom;

import io.parley.channels.CallContext;
import io.parley.channels.LookUpResult;
import io.parley.channels.MessageSender;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.Question;
import io.parley.channels.ReceiptMeaning;
import io.parley.channels.SendResult;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends as the account declares. */
final class CustomSender implements MessageSender {

  @Override
  public Optional<SendResult.Refused> check(OutgoingMessage message, Map<String, String> settings) {
    Settings declared = new Settings(settings);
    Problems problems = new Problems();
    Sending.of(declared, problems);
    return problems
        .first()
        .map(
            problem ->
                new DeliveryReason(
                    FailureCause.CONFIGURATION,
                    "The account is set up wrongly: " + problem + ". Tell an administrator.",
                    null))
        .or(() -> SendLimits.of(declared).refusal(message))
        .map(SendResult.Refused::new);
  }

  @Override
  public ProviderRequest request(OutgoingMessage message, CallContext context, URI statusCallback) {
    return sending(context.account()).request(message, context, statusCallback);
  }

  @Override
  public SendResult result(
      ProviderResponse response, OutgoingMessage message, OpenAccount account) {
    return sending(account).result(response, message, account);
  }

  /** The same call again; nothing where that is not safe, or no longer is. */
  @Override
  public Optional<Question> lookUp(
      OutgoingMessage message, CallContext context, URI statusCallback, Instant attemptedAt) {
    Sending sending = sending(context.account());
    Duration memory =
        Duration.ofHours(new Settings(context.account().settings()).number("repeatFor"));
    return sending.isRepeatable() && context.now().isBefore(attemptedAt.plus(memory))
        ? Optional.of(
            new Question(sending.request(message, context, statusCallback), Question.Kind.REPEAT))
        : Optional.empty();
  }

  @Override
  public LookUpResult lookedUp(
      ProviderResponse response,
      OutgoingMessage message,
      OpenAccount account,
      Instant attemptedAt,
      List<String> takenElsewhere) {
    Sending sending = sending(account);
    return switch (sending.result(response, message, account)) {
      case SendResult.Accepted(String id) -> new LookUpResult.Found(id);
      case SendResult.Refused refused ->
          sending.provesRefusal(response)
              ? new LookUpResult.Refused(refused)
              : new LookUpResult.Unanswered(refused.reason());
      // The provider speaks of this call; the first one may have been taken.
      case SendResult.RetryLater later -> new LookUpResult.Unanswered(later.reason());
      case SendResult.Unknown(DeliveryReason reason) -> new LookUpResult.Unanswered(reason);
    };
  }

  @Override
  public ReceiptMeaning meaningOf(String errorCode) {
    return ErrorMeanings.inReceipt(errorCode);
  }

  private static Sending sending(OpenAccount account) {
    return Sending.of(new Settings(account.settings()), new Problems());
  }
}
