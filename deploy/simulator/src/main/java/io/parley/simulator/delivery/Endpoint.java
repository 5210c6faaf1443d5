package io.parley.simulator.delivery;

import io.parley.simulator.http.Fields;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A webhook's address.
 *
 * @param url as configured at the provider
 * @param deliverTo stands for scheme, host and port when the call is made; the URL's own when
 *     absent
 */
public record Endpoint(String url, @Nullable String deliverTo) {

  public Endpoint {
    Fields.httpUrl(Fields.required(url, "url"), "url");
    Fields.httpUrl(deliverTo, "deliverTo");
  }

  public static Endpoint of(String url) {
    return new Endpoint(url, null);
  }

  /** Where to connect. */
  public URI address() {
    if (deliverTo == null) {
      return URI.create(url);
    }
    String rest = url.replaceFirst("^[a-zA-Z]+://[^/?]*", "");
    return URI.create(
        deliverTo.replaceFirst("/+$", "") + (rest.startsWith("/") ? rest : "/" + rest));
  }
}
