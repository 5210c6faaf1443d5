package io.parley.simulator.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parley.simulator.http.Parameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One outgoing call to a webhook, inbound message or status callback.
 *
 * @param url where it was delivered
 * @param form the body as sent, still encoded
 * @param answered HTTP status of the receiver's answer, null if there was none
 */
public record RecordedWebhook(
    String kind,
    String messageSid,
    String url,
    int attempt,
    Instant at,
    long milliseconds,
    String form,
    @Nullable Integer answered,
    @Nullable String failure) {

  /** The parameters sent, decoded. */
  @JsonProperty
  public Parameters parameters() {
    return Parameters.parse(form);
  }
}
