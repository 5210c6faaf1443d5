package io.parley.testing.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.testing.webhook.KeyedHash;
import io.parley.testing.webhook.WebhookCall;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Makes the calls of a service that speaks the contract of custom channels
 * (docs/custom-channel.md).
 *
 * @param sharedSecret the account's
 */
public record ContractWebhooks(String sharedSecret) {

  /** The header that carries time and signature. */
  public static final String SIGNATURE = "Parley-Signature";

  private static final String JSON = "application/json";

  /** A signed call. */
  public WebhookCall signed(String path, String body, Instant at) {
    return signed(path, body, at, "inbound");
  }

  /** A call that is signed for a direction, {@code inbound} or {@code outbound}. */
  public WebhookCall signed(String path, String body, Instant at, String direction) {
    long seconds = at.getEpochSecond();
    byte[] hash =
        KeyedHash.of(
            "HmacSHA256",
            sharedSecret.getBytes(UTF_8),
            (seconds + "." + direction + "." + body).getBytes(UTF_8));
    return WebhookCall.post(path, JSON, body)
        .with(SIGNATURE, "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hash));
  }

  /** A call with the secret as a bearer token. */
  public WebhookCall withToken(String path, String body) {
    return WebhookCall.post(path, JSON, body).with("Authorization", "Bearer " + sharedSecret);
  }
}
