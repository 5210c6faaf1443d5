package io.parley.channels.telesign;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.wire.Hmac;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Signs requests to TeleSign, the TSA scheme (providers/telesign.md §1.1). */
final class RequestDigest {

  private static final String METHOD = "HMAC-SHA256";

  /** RFC 1123 with a day of two digits, which the JDK's own formatter shortens. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private RequestDigest() {}

  /**
   * The headers that authenticate a request.
   *
   * @param contentType empty for a request without a body
   * @param body exactly as it is sent; empty for none
   * @param nonce a UUID that no other request has
   */
  static Map<String, List<String>> headers(
      String customerId,
      String apiKey,
      String method,
      URI uri,
      String contentType,
      byte[] body,
      Instant now,
      String nonce) {
    String date = DATE.format(now);
    String signed =
        method
            + "\n"
            + contentType
            + "\n"
            + date
            + "\nx-ts-auth-method:"
            + METHOD
            + "\nx-ts-nonce:"
            + nonce
            + (body.length == 0 ? "" : "\n" + new String(body, UTF_8))
            + "\n"
            + uri.getRawPath();
    byte[] digest = Hmac.SHA256.of(CallbackSignature.key(apiKey), signed.getBytes(UTF_8));
    return Map.of(
        "Authorization",
            List.of("TSA " + customerId + ":" + Base64.getEncoder().encodeToString(digest)),
        "Date", List.of(date),
        "x-ts-auth-method", List.of(METHOD),
        "x-ts-nonce", List.of(nonce));
  }
}
