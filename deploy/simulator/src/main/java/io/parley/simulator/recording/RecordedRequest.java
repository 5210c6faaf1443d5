package io.parley.simulator.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parley.simulator.http.Parameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to a simulated provider, whatever became of it. Credentials are not kept.
 *
 * @param sequence order of completion, from 1; given by the recorder
 * @param status the HTTP status of the answer; 0 if the connection was closed instead
 * @param form the body as sent, still encoded
 */
public record RecordedRequest(
    long sequence,
    Instant at,
    String method,
    String path,
    @Nullable String query,
    String form,
    int status,
    @Nullable Integer errorCode,
    long milliseconds) {

  RecordedRequest numbered(long number) {
    return new RecordedRequest(
        number, at, method, path, query, form, status, errorCode, milliseconds);
  }

  /** The body's parameters, decoded. */
  @JsonProperty
  public Parameters parameters() {
    return Parameters.parse(form);
  }
}
