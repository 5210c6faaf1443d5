package io.parley.testing.vibes;

import io.parley.testing.webhook.WebhookCall;

/** Makes calls of Vibes' (providers/vibes.md §3 and §4). Vibes signs nothing. */
public final class VibesWebhooks {

  private VibesWebhooks() {}

  /** Any XML. */
  public static WebhookCall xml(String path, String body) {
    return WebhookCall.post(path, "text/xml", body);
  }
}
