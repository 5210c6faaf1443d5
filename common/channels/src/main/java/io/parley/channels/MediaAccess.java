package io.parley.channels;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** How attachments of customers are fetched. Pure. */
@FunctionalInterface
public interface MediaAccess {

  /** Anybody who has the URL may fetch it. */
  MediaAccess WITHOUT_CREDENTIALS = (url, context) -> Map.of();

  /**
   * The headers that open this URL: credentials if, and only if, its host is the provider's own or
   * the endpoint's override. Asked anew for every redirect.
   */
  Map<String, List<String>> headers(URI url, CallContext context);

  /**
   * Where a URL really is. What opens with credentials is at one of the provider's own hosts, and
   * those are where {@link Endpoints} put them; everything else is where it says.
   */
  default URI locate(URI url, CallContext context) {
    return context.endpoints().isOverride(url) || headers(url, context).isEmpty()
        ? url
        : context.endpoints().at(url);
  }
}
