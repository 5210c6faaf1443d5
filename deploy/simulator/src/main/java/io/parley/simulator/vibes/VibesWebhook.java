package io.parley.simulator.vibes;

import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.delivery.Webhook;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How Vibes calls: XML; no 2xx within two seconds means five more tries (vibes.md §3). */
final class VibesWebhook {

  static final RetryPolicy FIVE_TIMES =
      RetryPolicy.after(
          Collections.nCopies(5, Duration.ofMinutes(5)),
          attempt -> !attempt.answeredBetween(200, 299),
          Duration.ofSeconds(2));

  private VibesWebhook() {}

  static Webhook of(
      String kind, String messageId, URI url, Optional<String> authorization, String xml) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "text/xml");
    authorization.ifPresent(value -> headers.put("Authorization", value));
    return Webhook.post(kind, messageId, url, headers, xml);
  }
}
