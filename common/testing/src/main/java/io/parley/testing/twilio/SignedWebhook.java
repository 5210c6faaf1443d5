package io.parley.testing.twilio;

import java.util.Map;

/**
 * A call of Twilio's, ready to be posted.
 *
 * @param url as it was signed: the public URL, with its query
 * @param headers content type and signature, by name
 * @param body the encoded form
 */
public record SignedWebhook(String url, Map<String, String> headers, String body) {

  /** The header that carries the signature. */
  public static final String SIGNATURE = "X-Twilio-Signature";

  public SignedWebhook {
    headers = Map.copyOf(headers);
  }

  /** The signature alone. */
  public String signature() {
    return headers.getOrDefault(SIGNATURE, "");
  }
}
