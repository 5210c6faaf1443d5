package io.parley.channels;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How we call a provider. Pure: it makes requests and reads answers; outbound carries them. */
public interface MessageSender {

  /**
   * What the provider's and the channel's own rules say against this message, before any call.
   *
   * @return the refusal, or nothing
   */
  Optional<SendResult.Refused> check(OutgoingMessage message);

  /**
   * The call that sends a message.
   *
   * @param message what to send
   * @param account with its secrets
   * @param baseUrl of the provider's API
   * @param statusCallback where the provider is to report, whole, as {@link CallbackUrl} makes it;
   *     it is passed on unchanged
   */
  ProviderRequest request(
      OutgoingMessage message, OpenAccount account, URI baseUrl, URI statusCallback);

  /**
   * What the answer to {@link #request} means. An answer that cannot be read is {@link
   * SendResult.Unknown}.
   */
  SendResult result(ProviderResponse response);

  /**
   * The call that finds out whether an earlier attempt was taken, where the provider has such a
   * query.
   *
   * @param message what was to be sent
   * @param attemptedAt when the earlier call began
   */
  Optional<ProviderRequest> lookUp(
      OutgoingMessage message, OpenAccount account, URI baseUrl, Instant attemptedAt);

  /**
   * What the answer to {@link #lookUp} says.
   *
   * @param takenElsewhere provider message ids that are known to belong to other messages
   */
  LookUpResult lookedUp(
      ProviderResponse response,
      OutgoingMessage message,
      Instant attemptedAt,
      List<String> takenElsewhere);

  /** What an error code in a receipt means; see {@link ReceiptMeaning}. */
  ReceiptMeaning meaningOf(String errorCode);

  /** Where the provider's API is unless configuration says otherwise. */
  URI defaultBaseUrl();
}
