package io.parley.simulator.delivery;

import io.parley.simulator.recording.RecordedWebhook;
import java.net.URI;
import java.util.Map;

/**
 * A form POST to make.
 *
 * @param kind what it is about, for the record: {@code inbound}, {@code fallback}, {@code status}
 * @param form the encoded body
 */
public record Webhook(
    String kind, String messageSid, URI url, Map<String, String> headers, String form) {

  public Webhook {
    headers = Map.copyOf(headers);
  }

  RecordedWebhook recorded(Attempt attempt) {
    return new RecordedWebhook(
        kind,
        messageSid,
        url.toString(),
        attempt.number(),
        attempt.at(),
        attempt.milliseconds(),
        form,
        attempt.status(),
        attempt.reason());
  }
}
