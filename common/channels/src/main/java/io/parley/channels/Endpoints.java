package io.parley.channels;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider's hosts are. Normally where the provider says; configuration can put another
 * place in front of all of them, such as a simulator or a proxy.
 *
 * @param override scheme, host, port and perhaps a path that take the place of the provider's own
 *     scheme, host and port
 */
public record Endpoints(@Nullable URI override) {

  /** Nothing is put in front. */
  public static final Endpoints REAL = new Endpoints(null);

  /** Whether a URL is at the place that is put in front of the provider's hosts. */
  public boolean isOverride(URI url) {
    return override != null
        && override.getScheme().equalsIgnoreCase(url.getScheme())
        && override.getAuthority().equalsIgnoreCase(url.getAuthority());
  }

  /**
   * Where a call is really to go. Providers build every URL with their real host and pass it
   * through here before they sign it.
   */
  public URI at(URI real) {
    if (override == null) {
      return real;
    }
    String base = override.toString();
    String prefix = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    String path = real.getRawPath() == null ? "" : real.getRawPath();
    String query = real.getRawQuery() == null ? "" : "?" + real.getRawQuery();
    return URI.create(prefix + path + query);
  }
}
