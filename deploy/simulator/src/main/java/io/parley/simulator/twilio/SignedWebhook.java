package io.parley.simulator.twilio;

import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.http.Parameters;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A webhook as Twilio sends it: a form, signed, with the token that stays the same on each try. */
final class SignedWebhook {

  static final String SIGNATURE = "X-Twilio-Signature";
  static final String IDEMPOTENCY_TOKEN = "I-Twilio-Idempotency-Token";

  private SignedWebhook() {}

  static Webhook of(
      String kind,
      String messageSid,
      WebhookUrl url,
      URI deliverTo,
      String authToken,
      Parameters form) {
    Map<String, String> headers = unsignedHeaders(url);
    headers.put(SIGNATURE, Signature.of(authToken, url.signed(), form));
    return Webhook.post(kind, messageSid, deliverTo, headers, form.encode());
  }

  static Map<String, String> unsignedHeaders(WebhookUrl url) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
    headers.put("User-Agent", "TwilioProxy/1.1");
    headers.put("Accept", "*/*");
    headers.put(IDEMPOTENCY_TOKEN, UUID.randomUUID().toString());
    url.authorization().ifPresent(value -> headers.put("Authorization", value));
    return headers;
  }
}
