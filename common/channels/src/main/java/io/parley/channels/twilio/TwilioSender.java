package io.parley.channels.twilio;

import io.parley.channels.LookUpResult;
import io.parley.channels.MessageSender;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.ReceiptMeaning;
import io.parley.channels.SendResult;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sends SMS, MMS and WhatsApp messages through Twilio's Messages resource. */
final class TwilioSender implements MessageSender {

  @Override
  public Optional<SendResult.Refused> check(OutgoingMessage message) {
    return SendRules.refusal(message);
  }

  @Override
  public ProviderRequest request(
      OutgoingMessage message, OpenAccount account, URI baseUrl, URI statusCallback) {
    return TwilioCalls.send(message, account, baseUrl, statusCallback);
  }

  @Override
  public SendResult result(ProviderResponse response) {
    return SendAnswer.read(response);
  }

  @Override
  public Optional<ProviderRequest> lookUp(
      OutgoingMessage message, OpenAccount account, URI baseUrl, Instant attemptedAt) {
    return Optional.of(TwilioCalls.list(message, account, baseUrl));
  }

  @Override
  public LookUpResult lookedUp(
      ProviderResponse response,
      OutgoingMessage message,
      Instant attemptedAt,
      List<String> takenElsewhere) {
    return new MessageSearch(message, attemptedAt, takenElsewhere).read(response);
  }

  @Override
  public ReceiptMeaning meaningOf(String errorCode) {
    return TwilioErrors.meaningOf(errorCode);
  }

  @Override
  public URI defaultBaseUrl() {
    return URI.create("https://api.twilio.com");
  }
}
