package io.parley.channels.twilio;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends SMS, MMS and WhatsApp messages through Twilio's Messages resource. */
final class TwilioSender implements MessageSender {

  @Override
  public Optional<SendResult.Refused> check(OutgoingMessage message, Map<String, String> settings) {
    return SendRules.refusal(message);
  }

  @Override
  public ProviderRequest request(OutgoingMessage message, CallContext context, URI statusCallback) {
    return TwilioCalls.send(message, context, statusCallback);
  }

  @Override
  public SendResult result(
      ProviderResponse response, OutgoingMessage message, OpenAccount account) {
    return SendAnswer.read(response);
  }

  @Override
  public Optional<Question> lookUp(
      OutgoingMessage message, CallContext context, URI statusCallback, Instant attemptedAt) {
    return Optional.of(new Question(TwilioCalls.list(message, context), Question.Kind.SEARCH));
  }

  @Override
  public LookUpResult lookedUp(
      ProviderResponse response,
      OutgoingMessage message,
      OpenAccount account,
      Instant attemptedAt,
      List<String> takenElsewhere) {
    return new MessageSearch(message, attemptedAt, takenElsewhere).read(response);
  }

  @Override
  public ReceiptMeaning meaningOf(String errorCode) {
    return TwilioErrors.TABLE.meaningOf(errorCode);
  }
}
