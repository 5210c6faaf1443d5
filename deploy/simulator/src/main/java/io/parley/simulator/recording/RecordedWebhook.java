package io.parley.simulator.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parley.simulator.http.Parameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One outgoing call to a webhook: inbound message, status callback or handshake.
 *
 * @param url where it was delivered
 * @param body as sent
 * @param answered HTTP status of the receiver's answer, null if there was none
 */
public record RecordedWebhook(
    String kind,
    String messageId,
    String method,
    String url,
    int attempt,
    Instant at,
    long milliseconds,
    @Nullable String contentType,
    String body,
    @Nullable Integer answered,
    @Nullable String failure) {

  /** The parameters sent, decoded; none if the body is not a form. */
  @JsonProperty
  public Parameters parameters() {
    return Parameters.form(contentType, body);
  }
}
