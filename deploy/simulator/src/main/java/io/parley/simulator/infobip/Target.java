package io.parley.simulator.infobip;

import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.delivery.Webhook;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where webhooks go.
 *
 * @param security none for a message's own address and a number's forward (infobip.md §4)
 */
record Target(Endpoint endpoint, @Nullable Security security) {

  Webhook webhook(String kind, String messageId, SignatureKind wanted, String body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "Infobip");
    if (security != null) {
      headers.putAll(security.proof(wanted, body));
    }
    return Webhook.post(kind, messageId, endpoint.address(), headers, body);
  }
}
