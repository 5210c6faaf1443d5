package io.parley.channels.azure;

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

/**
 * Sends text messages. A doubtful call is repeated with the same repeatability id for as long as
 * Azure is trusted to remember it (providers/azure-communication-services.md §2). Reports go where
 * the event subscription says, so the status callback is not used; our id comes back as the tag.
 */
final class AzureSender implements MessageSender {

  @Override
  public Optional<SendResult.Refused> check(OutgoingMessage message, Map<String, String> settings) {
    return SendRules.refusal(message);
  }

  @Override
  public ProviderRequest request(OutgoingMessage message, CallContext context, URI statusCallback) {
    return AzureCalls.send(message, context);
  }

  @Override
  public SendResult result(
      ProviderResponse response, OutgoingMessage message, OpenAccount account) {
    return SendAnswer.read(response, message, AzureSettings.usesEntra(account.settings()));
  }

  @Override
  public Optional<Question> lookUp(
      OutgoingMessage message, CallContext context, URI statusCallback, Instant attemptedAt) {
    Duration remembered =
        Duration.ofMinutes(
            Long.parseLong(AzureSettings.get(context.account(), AzureSettings.REPEAT_MINUTES)));
    return Duration.between(attemptedAt, context.now()).compareTo(remembered) <= 0
            && !remembered.isZero()
        ? Optional.of(new Question(AzureCalls.send(message, context), Question.Kind.REPEAT))
        : Optional.empty();
  }

  @Override
  public LookUpResult lookedUp(
      ProviderResponse response,
      OutgoingMessage message,
      OpenAccount account,
      Instant attemptedAt,
      List<String> takenElsewhere) {
    return switch (result(response, message, account)) {
      case SendResult.Accepted accepted -> new LookUpResult.Found(accepted.providerMessageId());
      case SendResult.Refused refused when isAboutTheCall(response, refused) ->
          new LookUpResult.Unanswered(refused.reason());
      case SendResult.Refused refused when SendAnswer.rejectsRepetition(response, message) ->
          // It is the repetition that is refused: the first call may have been taken.
          new LookUpResult.Ambiguous(
              new DeliveryReason(
                  FailureCause.OUTCOME_UNKNOWN,
                  "Azure did not accept the repetition. Ask the customer before sending it again.",
                  null));
      case SendResult.Refused refused -> new LookUpResult.Refused(refused);
      // This call was not taken, which does not say it of the first.
      case SendResult.RetryLater later -> new LookUpResult.Unanswered(later.reason());
      case SendResult.Unknown unknown -> new LookUpResult.Unanswered(unknown.reason());
    };
  }

  /** Credentials may have changed since the first call, so this says nothing about it. */
  private static boolean isAboutTheCall(ProviderResponse response, SendResult.Refused refused) {
    return response.status() == 404 || refused.reason().cause() == FailureCause.CREDENTIALS;
  }

  @Override
  public ReceiptMeaning meaningOf(String errorCode) {
    return AzureErrors.TABLE.meaningOf(errorCode);
  }
}
