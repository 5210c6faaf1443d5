package io.parley.channels;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A call to a provider. It contains credentials: it is never logged.
 *
 * @param method upper case
 * @param uri absolute
 * @param headers by name
 * @param body raw bytes, empty for none
 */
public record ProviderRequest(
    String method, URI uri, Map<String, List<String>> headers, byte[] body) {

  public ProviderRequest {
    headers = Map.copyOf(headers);
  }

  /** Says where it goes and nothing that opens anything. */
  @Override
  public String toString() {
    return "ProviderRequest[" + method + " " + uri.getHost() + "]";
  }
}
