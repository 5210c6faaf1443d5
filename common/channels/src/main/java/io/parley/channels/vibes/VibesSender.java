package io.parley.channels.vibes;

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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends through Vibes, which can neither be asked for a message by our id nor promises to take it
 * once. Only an account that says "at least once" has an unclear call made again.
 */
final class VibesSender implements MessageSender {

  /** Later than this nobody waits for the message any more. */
  private static final Duration REPEATED_FOR = Duration.ofHours(1);

  @Override
  public Optional<SendResult.Refused> check(OutgoingMessage message, Map<String, String> settings) {
    return VibesRules.refusal(message, new VibesSettings(settings));
  }

  @Override
  public ProviderRequest request(OutgoingMessage message, CallContext context, URI statusCallback) {
    return VibesCalls.send(message, context, statusCallback);
  }

  @Override
  public SendResult result(
      ProviderResponse response, OutgoingMessage message, OpenAccount account) {
    return VibesAnswer.read(response, new VibesSettings(account.settings()));
  }

  @Override
  public Optional<Question> lookUp(
      OutgoingMessage message, CallContext context, URI statusCallback, Instant attemptedAt) {
    boolean repeated =
        new VibesSettings(context.account().settings()).atLeastOnce()
            && !context.now().isAfter(attemptedAt.plus(REPEATED_FOR));
    return repeated
        ? Optional.of(
            new Question(VibesCalls.send(message, context, statusCallback), Question.Kind.REPEAT))
        : Optional.empty();
  }

  /** A repetition that is not taken says nothing about the first call, unless it never will be. */
  @Override
  public LookUpResult lookedUp(
      ProviderResponse response,
      OutgoingMessage message,
      OpenAccount account,
      Instant attemptedAt,
      List<String> takenElsewhere) {
    return switch (result(response, message, account)) {
      case SendResult.Accepted accepted -> new LookUpResult.Found(accepted.providerMessageId());
      case SendResult.Refused refused -> new LookUpResult.Ambiguous(refused.reason());
      case SendResult.RetryLater later -> new LookUpResult.Unanswered(later.reason());
      case SendResult.Unknown unknown -> new LookUpResult.Unanswered(unknown.reason());
    };
  }

  @Override
  public ReceiptMeaning meaningOf(String errorCode) {
    return VibesErrors.TABLE.meaningOf(errorCode);
  }
}
