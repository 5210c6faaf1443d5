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
 * @param messageId the provider's id
 * @param body the text, if the message has one
 * @param contentType of the request; null for a reply
 * @param request the request's body as sent; empty for a reply
 */
public record RecordedMessage(
    long sequence,
    String provider,
    String accountId,
    String messageId,
    String origin,
    @Nullable String from,
    String to,
    String body,
    Instant at,
    @Nullable String contentType,
    String request,
    List<RecordedCallback> callbacks) {

  public RecordedMessage {
    callbacks = List.copyOf(callbacks);
  }

  /** The request's parameters, decoded; none if it was not a form. */
  @JsonProperty
  public Parameters parameters() {
    return Parameters.form(contentType, request);
  }

  MessageKey key() {
    return new MessageKey(provider, accountId, messageId);
  }

  RecordedMessage with(List<RecordedCallback> made) {
    return new RecordedMessage(
        sequence,
        provider,
        accountId,
        messageId,
        origin,
        from,
        to,
        body,
        at,
        contentType,
        request,
        made);
  }
}
