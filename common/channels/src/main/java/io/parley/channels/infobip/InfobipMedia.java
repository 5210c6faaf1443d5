package io.parley.channels.infobip;

import io.parley.channels.CallContext;
import io.parley.channels.MediaAccess;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Attachments of an MMS are fetched with the API key, on Infobip's hosts only; that the key is
 * needed could not be confirmed (providers/infobip.md §3).
 */
final class InfobipMedia implements MediaAccess {

  @Override
  public Map<String, List<String>> headers(URI url, CallContext context) {
    return isInfobips(url, context) || context.endpoints().isOverride(url)
        ? Map.of("Authorization", List.of(InfobipCalls.authorization(context.account())))
        : Map.of();
  }

  private static boolean isInfobips(URI url, CallContext context) {
    String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    return "https".equalsIgnoreCase(url.getScheme())
        && (host.endsWith(".infobip.com")
            || host.equals(URI.create(InfobipCalls.base(context.account())).getHost()));
  }
}
