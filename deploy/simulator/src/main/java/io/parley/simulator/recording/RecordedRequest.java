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
 * @param body as sent
 * @param errorCode the provider's own code, a number or a word
 */
public record RecordedRequest(
    long sequence,
    Instant at,
    String method,
    String path,
    @Nullable String query,
    @Nullable String contentType,
    String body,
    int status,
    @Nullable String errorCode,
    long milliseconds) {

  RecordedRequest numbered(long number) {
    return new RecordedRequest(
        number, at, method, path, query, contentType, body, status, errorCode, milliseconds);
  }

  /** The body's parameters, decoded; none if the body is not a form. */
  @JsonProperty
  public Parameters parameters() {
    return Parameters.form(contentType, body);
  }
}
