package io.parley.simulator.azure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What became of the proof that an endpoint wants events.
 *
 * @param validated whether events will be delivered
 * @param status the HTTP status of the endpoint's answer
 * @param answer its body
 * @param allowedOrigin its {@code WebHook-Allowed-Origin}
 * @param allowedRate its {@code WebHook-Allowed-Rate}
 * @param problem why the endpoint is not validated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandshakeResult(
    String subscription,
    boolean validated,
    @Nullable Integer status,
    @Nullable String answer,
    @Nullable String allowedOrigin,
    @Nullable String allowedRate,
    @Nullable String problem) {

  static HandshakeResult trusted(String subscription) {
    return new HandshakeResult(subscription, true, null, null, null, null, null);
  }
}
