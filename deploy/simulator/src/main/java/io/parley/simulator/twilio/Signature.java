package io.parley.simulator.twilio;

import io.parley.simulator.http.Parameters;
import io.parley.simulator.provider.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;

/** Makes the header {@code X-Twilio-Signature} (twilio-sms.md §4). */
final class Signature {

  private Signature() {}

  /** Signs a form POST. The URL is taken as it is written, except that a fragment is left out. */
  static String of(String authToken, String url, Parameters form) {
    StringBuilder data = new StringBuilder(url.replaceFirst("#.*$", ""));
    var byName = form.byName();
    for (String name : new TreeSet<>(byName.keySet())) {
      for (String value : new TreeSet<>(byName.getOrDefault(name, List.of()))) {
        data.append(name).append(value);
      }
    }
    return hmac(authToken, data.toString());
  }

  private static String hmac(String key, String data) {
    byte[] digest = Hmac.of("HmacSHA1", key.getBytes(StandardCharsets.UTF_8), data);
    return Base64.getEncoder().encodeToString(digest);
  }
}
