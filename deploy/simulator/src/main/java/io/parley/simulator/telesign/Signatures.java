package io.parley.simulator.telesign;

import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Hmac;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** The two ways in which TeleSign signs: requests (telesign.md §1.1) and callbacks (§3). */
final class Signatures {

  private static final List<String> SIGNED_HEADERS =
      List.of("x-ts-auth-method", "x-ts-date", "x-ts-nonce");

  private Signatures() {}

  /** What a client signs: method, content type, date, headers of TeleSign's own, body, path. */
  static String textOf(Request request) {
    List<String> lines = new ArrayList<>();
    String method = request.method().toUpperCase(Locale.ROOT);
    boolean withBody = method.equals("POST") || method.equals("PUT");
    lines.add(method);
    lines.add(withBody ? orEmpty(request, "content-type") : "");
    lines.add(request.header("x-ts-date") == null ? orEmpty(request, "date") : "");
    for (String name : SIGNED_HEADERS) {
      if (request.header(name) != null) {
        lines.add(name + ":" + orEmpty(request, name));
      }
    }
    if (!request.body().isEmpty()) {
      lines.add(request.body());
    }
    lines.add(request.rawPath());
    return String.join("\n", lines);
  }

  /**
   * A request's signature.
   *
   * @param algorithm the JDK's name
   */
  static String ofRequest(String algorithm, String apiKey, String text) {
    return encoded(Hmac.of(algorithm, key(apiKey), text));
  }

  /** A callback's signature: the raw body and nothing else. */
  static String ofCallback(String apiKey, String body) {
    return encoded(Hmac.of(Hmac.SHA256, key(apiKey), body));
  }

  private static byte[] key(String apiKey) {
    return Base64.getMimeDecoder().decode(apiKey);
  }

  private static String encoded(byte[] digest) {
    return Base64.getEncoder().encodeToString(digest);
  }

  private static String orEmpty(Request request, String header) {
    String value = request.header(header);
    return value == null ? "" : value;
  }
}
