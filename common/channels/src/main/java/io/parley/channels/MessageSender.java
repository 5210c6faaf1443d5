package io.parley.channels;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How we call a provider. Pure: it makes requests and reads answers; outbound carries them. */
public interface MessageSender {

  /**
   * What the provider's and the channel's own rules say against this message, before any call.
   *
   * @param settings of the account
   * @return the refusal, or nothing
   */
  Optional<SendResult.Refused> check(OutgoingMessage message, Map<String, String> settings);

  /**
   * The call that sends a message.
   *
   * @param message what to send
   * @param context account, host, time and token
   * @param statusCallback where the provider is to report, whole, as {@link CallbackUrl} makes it;
   *     it is passed on unchanged
   */
  ProviderRequest request(OutgoingMessage message, CallContext context, URI statusCallback);

  /**
   * What the answer to {@link #request} means. An answer that cannot be read is {@link
   * SendResult.Unknown}.
   */
  SendResult result(ProviderResponse response, OutgoingMessage message, OpenAccount account);

  /**
   * The call that finds out whether an earlier attempt was taken, where the provider has such a
   * means.
   *
   * @param message what was to be sent
   * @param context account, host, time and token
   * @param statusCallback as for {@link #request}
   * @param attemptedAt when the earlier call began
   */
  default Optional<Question> lookUp(
      OutgoingMessage message, CallContext context, URI statusCallback, Instant attemptedAt) {
    return Optional.empty();
  }

  /**
   * What the answer to {@link #lookUp} says.
   *
   * @param takenElsewhere provider message ids that are known to belong to other messages
   */
  default LookUpResult lookedUp(
      ProviderResponse response,
      OutgoingMessage message,
      OpenAccount account,
      Instant attemptedAt,
      List<String> takenElsewhere) {
    throw new IllegalStateException("nothing was asked");
  }

  /** What an error code in a receipt means; see {@link ReceiptMeaning}. */
  ReceiptMeaning meaningOf(String errorCode);
}
