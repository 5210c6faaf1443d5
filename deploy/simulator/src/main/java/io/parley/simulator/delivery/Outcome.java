package io.parley.simulator.delivery;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of one try. */
public sealed interface Outcome {

  /**
   * The receiver answered; a long body is cut just beyond 64 kB.
   *
   * @param headers names in lower case, the first value of each
   */
  record Answered(int status, Map<String, String> headers, String body) implements Outcome {
    public Answered {
      headers = Map.copyOf(headers);
    }

    public @Nullable String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }

    public @Nullable String contentType() {
      return header("content-type");
    }
  }

  /** No answer. */
  record Unanswered(FailureKind kind, String reason) implements Outcome {}
}
