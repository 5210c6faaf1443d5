package io.parley.testing.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.testing.webhook.KeyedHash;
import io.parley.testing.webhook.WebhookCall;
import java.util.Base64;

/**
 * Makes Google's calls (providers/google-business-messages.md §3 and part II). Business Messages
 * sign the raw body; RCS signs the decoded event within it.
 *
 * @param clientToken the key
 */
public record GoogleWebhooks(String clientToken) {

  /** The header that carries the signature. */
  public static final String SIGNATURE = "X-Goog-Signature";

  private static final String JSON = "application/json; charset=UTF-8";

  /** An event of Business Messages. */
  public WebhookCall businessMessages(String path, String event) {
    return WebhookCall.post(path, JSON, event).with(SIGNATURE, signature(event));
  }

  /** An event of RCS, in its envelope. */
  public WebhookCall rcs(String path, String event) {
    return rcsOfData(path, Base64.getEncoder().encodeToString(event.getBytes(UTF_8)))
        .with(SIGNATURE, signature(event));
  }

  /** An envelope around an encoded event; not signed. */
  public static WebhookCall rcsOfData(String path, String data) {
    return WebhookCall.post(
        path,
        JSON,
        """
        {"message":{"attributes":{"business_id":"harbor-books@rbm.goog","message_type":"TEXT",\
        "product":"RBM","type":"message","project_number":"55120087"},"data":"%s",\
        "messageId":"990017","message_id":"990017","publishTime":"2026-03-02T09:15:28Z",\
        "publish_time":"2026-03-02T09:15:28Z"},"subscription":"projects/rbm-demo/subscriptions/rbm"}"""
            .formatted(data));
  }

  /** How the console verifies a webhook; not signed. */
  public WebhookCall handshake(String path, String secret) {
    return WebhookCall.post(
        path, JSON, "{\"clientToken\":\"" + clientToken + "\",\"secret\":\"" + secret + "\"}");
  }

  /** The signature of a text. */
  public String signature(String signed) {
    return Base64.getEncoder()
        .encodeToString(
            KeyedHash.of("HmacSHA512", clientToken.getBytes(UTF_8), signed.getBytes(UTF_8)));
  }
}
