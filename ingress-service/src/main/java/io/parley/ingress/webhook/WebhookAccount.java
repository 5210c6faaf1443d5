package io.parley.ingress.webhook;

import io.parley.channels.CallbackUse;
import io.parley.channels.OpenAccount;
import io.parley.channels.WebhookReceiver;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An account that a webhook may be for. */
sealed interface WebhookAccount {

  /** The account. */
  UUID id();

  /**
   * Its webhooks can be checked and read.
   *
   * @param callbacks the URLs that its provider is given
   */
  record Open(OpenAccount account, WebhookReceiver receiver, List<CallbackUse> callbacks)
      implements WebhookAccount {

    public Open {
      callbacks = List.copyOf(callbacks);
    }

    @Override
    public UUID id() {
      return account.id();
    }
  }

  /**
   * It is configured, but its secrets do not open: nothing can be said about its webhooks.
   *
   * @param reason for the administrator
   * @param callbacks the URLs that its provider is given
   */
  record Sealed(UUID id, String reason, List<CallbackUse> callbacks) implements WebhookAccount {

    public Sealed {
      callbacks = List.copyOf(callbacks);
    }
  }

  /**
   * It was deleted a short while ago: late calls are acknowledged and dropped.
   *
   * @param settings as they were
   */
  record Retired(UUID id, WebhookReceiver receiver, Map<String, String> settings)
      implements WebhookAccount {

    public Retired {
      settings = Map.copyOf(settings);
    }
  }
}
