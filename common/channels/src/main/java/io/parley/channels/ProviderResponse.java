package io.parley.channels;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A provider's answer.
 *
 * @param status HTTP status
 * @param headers by lower-case name
 * @param body raw bytes, empty for none
 */
public record ProviderResponse(int status, Map<String, List<String>> headers, byte[] body) {

  public ProviderResponse {
    Map<String, List<String>> lowered = new TreeMap<>();
    headers.forEach(
        (name, values) -> lowered.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    headers = lowered;
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }
}
