package io.parley.testing.infobip;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.testing.webhook.KeyedHash;
import io.parley.testing.webhook.WebhookCall;
import java.util.HexFormat;

/** Makes calls of Infobip's, in each of the ways in which they can be authenticated (§4). */
public final class InfobipWebhooks {

  private InfobipWebhooks() {}

  /** As a number's forwarding action calls: nothing beyond the URL. */
  public static WebhookCall plain(String path, String body) {
    return WebhookCall.post(path, "application/json", body);
  }

  /**
   * As a subscription with the security type HMAC calls.
   *
   * @param algorithm as the JDK calls it
   */
  public static WebhookCall signed(
      String path, String body, String header, String algorithm, String secret) {
    byte[] digest = KeyedHash.of(algorithm, secret.getBytes(UTF_8), body.getBytes(UTF_8));
    return plain(path, body).with(header, HexFormat.of().formatHex(digest));
  }
}
