package io.parley.channels.custom;

import io.parley.channels.CallContext;
import io.parley.channels.MediaAccess;
import io.parley.channels.OpenAccount;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Opens customers' attachments with the credentials of sending, if the account says so, and only on
 * the host that messages are sent to.
 */
final class CustomMedia implements MediaAccess {

  @Override
  public Map<String, List<String>> headers(URI url, CallContext context) {
    OpenAccount account = context.account();
    Settings settings = new Settings(account.settings());
    if (!settings.is("mediaCredentials") || !isTheirs(url, settings, context)) {
      return Map.of();
    }
    return switch (OurAuthentication.of(settings, new Problems())) {
      case OurAuthentication.Basic basic -> opened(basic, context);
      case OurAuthentication.Key key -> opened(key, context);
      case OurAuthentication.ContractToken token -> opened(token, context);
      case OurAuthentication.Signature signed -> Map.of();
      case OurAuthentication.Contract signed -> Map.of();
      case OurAuthentication.InTemplate template -> Map.of();
      case OurAuthentication.Nothing nothing -> Map.of();
    };
  }

  private static Map<String, List<String>> opened(
      OurAuthentication authentication, CallContext context) {
    Map<String, List<String>> headers = new HashMap<>();
    authentication
        .header(context.account(), new byte[0], context.now())
        .forEach((name, value) -> headers.put(name, List.of(value)));
    return headers;
  }

  private static boolean isTheirs(URI url, Settings settings, CallContext context) {
    if (context.endpoints().isOverride(url)) {
      return true;
    }
    Optional<String> authority =
        settings
            .find(settings.isContract() ? "endpoint" : "sendUrl")
            .map(declared -> declared.replaceFirst("^https://([^/?]*).*$", "$1"));
    return "https".equalsIgnoreCase(url.getScheme())
        && url.getAuthority() != null
        && authority
            .map(theirs -> theirs.toLowerCase(Locale.ROOT))
            .filter(url.getAuthority().toLowerCase(Locale.ROOT)::equals)
            .isPresent();
  }
}
