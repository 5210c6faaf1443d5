package io.parley.channels;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider expects to hear.
 *
 * @param status HTTP status
 * @param contentType media type of the body, when there is one
 * @param body the body; empty for none
 * @param headers further headers by name
 */
public record WebhookAnswer(
    int status, @Nullable String contentType, String body, Map<String, String> headers) {

  /** 204: nothing more to say. */
  public static final WebhookAnswer NO_CONTENT = new WebhookAnswer(204, null, "");

  /** 200 with an empty body, for providers that take nothing else. */
  public static final WebhookAnswer OK = new WebhookAnswer(200, null, "");

  public WebhookAnswer {
    headers = Map.copyOf(headers);
  }

  /** An answer without further headers. */
  public WebhookAnswer(int status, @Nullable String contentType, String body) {
    this(status, contentType, body, Map.of());
  }
}
