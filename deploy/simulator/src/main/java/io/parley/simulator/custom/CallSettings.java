package io.parley.simulator.custom;

import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.http.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that the provider calls.
 *
 * @param method POST when absent
 * @param headers besides content type and proof
 * @param proof none when absent
 */
public record CallSettings(
    Endpoint endpoint,
    @Nullable String method,
    Map<String, String> headers,
    Body body,
    @Nullable Proof proof) {

  public CallSettings {
    Fields.required(endpoint, "endpoint");
    Fields.required(body, "body");
    method = Fields.orElse(method, "POST");
    Fields.matching(method, "POST|PUT|PATCH", "method");
    headers = Fields.mapOrEmpty(headers);
  }
}
