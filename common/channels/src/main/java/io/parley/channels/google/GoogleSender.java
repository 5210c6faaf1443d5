package io.parley.channels.google;

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
import io.parley.events.Channel;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends messages on Business Messages and RCS; reports come to the webhook by themselves. */
final class GoogleSender implements MessageSender {

  /** How long agents may write after the customer; the conversation keeps its messages as long. */
  private static final Duration CONVERSATION = Duration.ofDays(30);

  /** Google does not say how long RCS remembers ids; a day is what a retry needs at most. */
  private static final Duration REMEMBERED_BY_RCS = Duration.ofDays(1);

  @Override
  public Optional<SendResult.Refused> check(OutgoingMessage message, Map<String, String> settings) {
    return SendRules.refusal(message, settings);
  }

  @Override
  public ProviderRequest request(OutgoingMessage message, CallContext context, URI statusCallback) {
    return GoogleCalls.send(message, context);
  }

  @Override
  public SendResult result(
      ProviderResponse response, OutgoingMessage message, OpenAccount account) {
    return SendAnswer.read(response, message);
  }

  @Override
  public Optional<Question> lookUp(
      OutgoingMessage message, CallContext context, URI statusCallback, Instant attemptedAt) {
    Channel channel = message.from().channel();
    Duration remembered =
        switch (channel) {
          case GOOGLE_BUSINESS_MESSAGES -> CONVERSATION;
          case RCS -> REMEMBERED_BY_RCS;
          case SMS, WHATSAPP, CUSTOM -> throw GoogleAddresses.notServed(channel);
        };
    return context.now().isAfter(attemptedAt.plus(remembered))
        ? Optional.empty()
        : Optional.of(new Question(GoogleCalls.send(message, context), Question.Kind.REPEAT));
  }

  @Override
  public LookUpResult lookedUp(
      ProviderResponse response,
      OutgoingMessage message,
      OpenAccount account,
      Instant attemptedAt,
      List<String> takenElsewhere) {
    return SendAnswer.repeated(response, message);
  }

  @Override
  public ReceiptMeaning meaningOf(String errorCode) {
    return GoogleErrors.RCS.meaningOf(errorCode);
  }
}
