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
}
