package io.parley.simulator.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parley.simulator.http.Parameters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that the provider has taken.
 *
 * @param sequence order of arrival over all providers and accounts, from 1
 * @param origin {@code api}, or {@code reply} if a webhook's answer asked for it
 * @param form the request's body as sent, still encoded; empty for a reply
 */
public record RecordedMessage(
    long sequence,
    String provider,
    String accountSid,
    String sid,
    String origin,
    @Nullable String from,
    String to,
    String body,
    Instant at,
    String form,
    List<RecordedCallback> callbacks) {

  public RecordedMessage {
    callbacks = List.copyOf(callbacks);
  }

  /** The request's parameters, decoded. */
  @JsonProperty
  public Parameters parameters() {
    return Parameters.parse(form);
  }

  RecordedMessage with(List<RecordedCallback> made) {
    return new RecordedMessage(
        sequence, provider, accountSid, sid, origin, from, to, body, at, form, made);
  }
}
