package io.parley.testing.linkmobility;

import io.parley.testing.webhook.WebhookCall;

/**
 * Makes calls of LINK's two APIs (providers/link-mobility.md §2, §5 and §11). LINK signs nothing;
 * add user and password, or a fixed header, where the account has them.
 */
public final class LinkWebhooks {

  private LinkWebhooks() {}

  /** As a gate with {@code application/json} calls. */
  public static WebhookCall json(String path, String body) {
    return WebhookCall.post(path, "application/json", body);
  }

  /** As a gate with {@code application/x-www-form-urlencoded} calls. */
  public static WebhookCall form(String path, String body) {
    return WebhookCall.post(path, "application/x-www-form-urlencoded", body);
  }

  /** As a gate calls whose destination has a template and the method GET. */
  public static WebhookCall query(String path, String query) {
    return WebhookCall.of("GET", path + "?" + query);
  }
}
