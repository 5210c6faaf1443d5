package io.parley.channels;

import java.time.Instant;

/** How a provider calls us. Pure. */
public interface WebhookReceiver {

  /**
   * Authenticates a call over its raw bytes and reads what it says. It never throws, whatever the
   * bytes are.
   *
   * @param request the call
   * @param account the account whose key stands in the URL
   * @param receivedAt when it arrived
   */
  Reception receive(WebhookRequest request, OpenAccount account, Instant receivedAt);
}
