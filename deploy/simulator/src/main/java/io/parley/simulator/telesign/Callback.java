package io.parley.simulator.telesign;

import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.delivery.Webhook;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A callback with TeleSign's headers (telesign.md §3). */
final class Callback {

  /** Base64 of bytes that are nobody's key. */
  private static final String NOBODYS_KEY = "bm9ib2R5J3Mga2V5IGF0IGFsbA==";

  private Callback() {}

  static Webhook of(
      String kind,
      String referenceId,
      URI address,
      Account account,
      SignatureKind wanted,
      String body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json; charset=utf-8");
    String key = key(account.settings(), wanted);
    if (key != null) {
      String signature = Signatures.ofCallback(key, body);
      headers.put("Authorization", "TSA " + account.id() + ":" + signature);
      headers.put("X-TS-Authorization", signature);
    }
    return Webhook.post(kind, referenceId, address, headers, body);
  }

  private static @Nullable String key(AccountSettings settings, SignatureKind wanted) {
    return switch (wanted) {
      case VALID -> settings.apiKey();
      case SECONDARY ->
          settings.secondaryApiKey() == null ? NOBODYS_KEY : settings.secondaryApiKey();
      case WRONG -> NOBODYS_KEY;
      case NONE -> null;
    };
  }
}
