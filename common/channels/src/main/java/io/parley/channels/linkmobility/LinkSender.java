package io.parley.channels.linkmobility;

import io.parley.channels.CallContext;
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
 * Sends through LINK. Neither API promises to take a message with the same reference once, and
 * neither can be asked for one: an unknown outcome stays unknown until a report comes.
 */
final class LinkSender implements MessageSender {

  @Override
  public Optional<SendResult.Refused> check(OutgoingMessage message, Map<String, String> settings) {
    return LinkRules.refusal(message, new LinkSettings(settings));
  }

  @Override
  public ProviderRequest request(OutgoingMessage message, CallContext context, URI statusCallback) {
    return LinkCalls.send(message, context, statusCallback);
  }

  @Override
  public SendResult result(
      ProviderResponse response, OutgoingMessage message, OpenAccount account) {
    return LinkAnswer.read(response, message, new LinkSettings(account.settings()));
  }

  @Override
  public ReceiptMeaning meaningOf(String errorCode) {
    return LinkErrors.TABLE.meaningOf(errorCode);
  }
}
