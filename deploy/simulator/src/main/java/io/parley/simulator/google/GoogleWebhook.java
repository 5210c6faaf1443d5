package io.parley.simulator.google;

import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.delivery.Webhook;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How Google calls: JSON, signed, anything but 200 repeated (google-business-messages.md §4, II).
 */
final class GoogleWebhook {

  private static final Duration READ_TIMEOUT = Duration.ofSeconds(15);
  private static final int LONGEST_PAUSE_SECONDS = 600;
  private static final int RETRIES_IN_SEVEN_DAYS = 1_016;

  static final RetryPolicy SEVEN_DAYS =
      new RetryPolicy(
          RETRIES_IN_SEVEN_DAYS,
          attempt -> !attempt.answeredBetween(200, 200),
          READ_TIMEOUT,
          GoogleWebhook::pause);

  private GoogleWebhook() {}

  /**
   * @param signed the text that the signature covers
   * @param clientToken empty for a call that is not signed
   */
  static Webhook of(
      String kind,
      String id,
      URI target,
      String body,
      String signed,
      Optional<String> clientToken) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json; charset=UTF-8");
    headers.put(
        "User-Agent", "APIs-Google; (+https://developers.google.com/webmasters/APIs-Google.html)");
    clientToken.ifPresent(
        token -> headers.put(GoogSignature.HEADER, GoogSignature.of(token, signed)));
    return Webhook.post(kind, id, target, headers, body);
  }

  private static Duration pause(int number) {
    return Duration.ofSeconds(Math.min(1L << Math.min(number - 1, 16), LONGEST_PAUSE_SECONDS));
  }
}
