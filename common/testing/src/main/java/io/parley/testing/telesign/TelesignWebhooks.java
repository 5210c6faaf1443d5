package io.parley.testing.telesign;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.testing.webhook.KeyedHash;
import io.parley.testing.webhook.WebhookCall;
import java.time.Instant;
import java.util.Base64;

/**
 * Makes callbacks of one TeleSign account: the raw body is signed with the decoded key, and nothing
 * else (providers/telesign.md §3).
 *
 * @param customerId the account's id
 * @param apiKey its key, Base64
 */
public record TelesignWebhooks(String customerId, String apiKey) {

  /** The header that a proxy may strip. */
  public static final String AUTHORIZATION = "Authorization";

  /** The header with the signature alone. */
  public static final String SIGNATURE = "X-TS-Authorization";

  private static final String JSON = "application/json";

  /** Any body, signed as it is. */
  public WebhookCall signed(String path, String body) {
    return signed(path, body, signature(body));
  }

  /** Any body with a signature that was made elsewhere. */
  public WebhookCall signed(String path, String body, String signature) {
    return WebhookCall.post(path, JSON, body)
        .with(AUTHORIZATION, "TSA " + customerId + ":" + signature)
        .with(SIGNATURE, signature);
  }

  /** The signature of a body. */
  public String signature(String body) {
    byte[] key = Base64.getMimeDecoder().decode(apiKey);
    return Base64.getEncoder()
        .encodeToString(KeyedHash.of("HmacSHA256", key, body.getBytes(UTF_8)));
  }

  /**
   * The body of a customer's message (§4).
   *
   * @param from digits
   * @param to digits
   * @param more further fields of {@code user_response}, such as {@code ,"action":"stop"}
   */
  public static String message(
      String id, String from, String to, String text, Instant sentAt, String more) {
    return """
        {"reference_id":"%s","sub_resource":"mo_sms","errors":{},"status":{"updated_on":"%s",\
        "code":1500,"description":"Delivered to customer"},"submit_timestamp":"%s",\
        "user_response":{"phone_number":"%s","sender_id":"%s","iso_country_code":"US",\
        "mo_message":"%s"%s}}"""
        .formatted(id, sentAt, sentAt, from, to, text, more);
  }

  /** The body of a delivery report (§6). */
  public static String report(String id, int code, String description, String externalId) {
    return """
        {"reference_id":"%s","status":{"code":%d,"description":"%s","updated_on":\
        "2026-03-04T09:16:02.775000Z"},"submit_timestamp":"2026-03-04T09:15:58.044000Z",\
        "external_id":%s}"""
        .formatted(id, code, description, externalId.isEmpty() ? "null" : "\"" + externalId + "\"");
  }
}
