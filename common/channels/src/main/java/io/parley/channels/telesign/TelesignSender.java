package io.parley.channels.telesign;

import io.parley.channels.CallContext;
import io.parley.channels.MessageRules;
import io.parley.channels.MessageSender;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.ReceiptMeaning;
import io.parley.channels.SendResult;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Sends text messages. TeleSign has no key against repetition, and cannot be asked for a message by
 * our id: an outcome that is unknown stays so until a report settles it (providers/telesign.md §5).
 */
final class TelesignSender implements MessageSender {

  /** Longest text, in Unicode characters. */
  static final int MAX_TEXT = 1_600;

  @Override
  public Optional<SendResult.Refused> check(OutgoingMessage message, Map<String, String> settings) {
    return MessageRules.textOnly(message)
        .or(() -> MessageRules.notLonger(message.content().text(), MAX_TEXT))
        .map(SendResult.Refused::new);
  }

  @Override
  public ProviderRequest request(OutgoingMessage message, CallContext context, URI statusCallback) {
    return TelesignCalls.send(message, context, statusCallback);
  }

  @Override
  public SendResult result(
      ProviderResponse response, OutgoingMessage message, OpenAccount account) {
    return SendAnswer.read(response);
  }

  @Override
  public ReceiptMeaning meaningOf(String errorCode) {
    return TelesignErrors.DELIVERY.meaningOf(errorCode);
  }
}
