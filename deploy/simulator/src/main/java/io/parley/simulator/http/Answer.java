package io.parley.simulator.http;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server does with a request: answer it, or close the connection without a word. */
public sealed interface Answer {

  /**
   * An HTTP answer.
   *
   * @param errorCode the provider's own error code, for the record
   */
  record Reply(int status, Map<String, String> headers, String body, @Nullable String errorCode)
      implements Answer {
    public Reply {
      headers = Map.copyOf(headers);
    }

    public Reply with(String header, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(header, value);
      return new Reply(status, more, body, errorCode);
    }
  }

  /** A file, whole. */
  record File(String contentType, byte[] content) implements Answer {}

  /** The caller sees a closed connection and cannot tell whether the request was handled. */
  record Dropped() implements Answer {}

  static Reply json(int status, Object value) {
    return text(status, "application/json", Json.write(value));
  }

  static Reply text(int status, String contentType, String body) {
    return new Reply(status, Map.of("Content-Type", contentType), body, null);
  }

  /** A JSON answer with the provider's own error code, a number or a word, for the record. */
  static Reply error(int status, String errorCode, Object value) {
    return new Reply(
        status, Map.of("Content-Type", "application/json"), Json.write(value), errorCode);
  }

  static Reply empty(int status) {
    return new Reply(status, Map.of(), "", null);
  }
}
