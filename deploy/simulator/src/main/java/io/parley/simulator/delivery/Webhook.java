package io.parley.simulator.delivery;

import io.parley.simulator.recording.RecordedWebhook;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call to make.
 *
 * @param kind what it is about, for the record: {@code inbound}, {@code fallback}, {@code status},
 *     {@code handshake}
 * @param messageId the provider's id of the message it is about; empty if it is about none
 * @param headers the content type among them
 * @param body as sent, UTF-8; empty for none
 */
public record Webhook(
    String kind,
    String messageId,
    String method,
    URI url,
    Map<String, String> headers,
    String body) {

  public Webhook {
    headers = Map.copyOf(headers);
  }

  public static Webhook post(
      String kind, String messageId, URI url, Map<String, String> headers, String body) {
    return new Webhook(kind, messageId, "POST", url, headers, body);
  }

  RecordedWebhook recorded(Attempt attempt) {
    return new RecordedWebhook(
        kind,
        messageId,
        method,
        url.toString(),
        attempt.number(),
        attempt.at(),
        attempt.milliseconds(),
        contentType(),
        body,
        attempt.status(),
        attempt.reason());
  }

  private @Nullable String contentType() {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals("content-type"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
