package io.parley.channels;

import org.jspecify.annotations.Nullable;

/**
 * What a provider expects to hear.
 *
 * @param status HTTP status
 * @param contentType media type of the body, when there is one
 * @param body the body; empty for none
 */
public record WebhookAnswer(int status, @Nullable String contentType, String body) {

  /** Nothing more to say. */
  public static final WebhookAnswer NO_CONTENT = new WebhookAnswer(204, null, "");
}
