package io.parley.channels.custom;

import io.parley.channels.CallContext;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.SendResult;
import java.net.URI;

/** How messages of one account are sent. */
sealed interface Sending permits HttpSending, ContractSending {

  /** The call. */
  ProviderRequest request(OutgoingMessage message, CallContext context, URI statusCallback);

  /** What its answer means. */
  SendResult result(ProviderResponse response, OutgoingMessage message, OpenAccount account);

  /** Whether the call can be made again without the message being sent twice. */
  boolean isRepeatable();

  /**
   * Whether an answer to a repeated call proves that the first one was not taken. An answer about
   * the caller, such as wrong credentials, does not.
   */
  boolean provesRefusal(ProviderResponse response);

  /** Reads what an account declares. */
  static Sending of(Settings settings, Problems problems) {
    return settings.isContract()
        ? ContractSending.of(settings, problems)
        : HttpSending.of(settings, problems);
  }
}
