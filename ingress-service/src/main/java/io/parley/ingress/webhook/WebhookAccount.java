package io.parley.ingress.webhook;

import io.parley.channels.OpenAccount;
import io.parley.channels.WebhookReceiver;
import java.util.UUID;

/** An account that a webhook may be for. */
sealed interface WebhookAccount {

  /** Its webhooks can be checked and read. */
  record Open(OpenAccount account, WebhookReceiver receiver) implements WebhookAccount {}

  /**
   * It is configured, but its secrets do not open: nothing can be said about its webhooks.
   *
   * @param reason for the administrator
   */
  record Sealed(UUID id, String reason) implements WebhookAccount {}
}
