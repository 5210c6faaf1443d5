package io.parley.channels.twilio;

import io.parley.channels.CallContext;
import io.parley.channels.MediaAccess;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Attachments need the account's credentials, on Twilio's hosts only (twilio-sms.md §3.3). */
final class TwilioMedia implements MediaAccess {

  @Override
  public Map<String, List<String>> headers(URI url, CallContext context) {
    return isTwilios(url) || context.endpoints().isOverride(url)
        ? Map.of("Authorization", List.of(TwilioCalls.basic(context.account())))
        : Map.of();
  }

  private static boolean isTwilios(URI url) {
    String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    return "https".equalsIgnoreCase(url.getScheme())
        && (host.equals("api.twilio.com") || host.endsWith(".twilio.com"));
  }
}
