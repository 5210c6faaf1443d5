package io.parley.channels.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.wire.Hmac;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Signs calls with an access key: HMAC-SHA256 over method, path and query, date, host and the hash
 * of the body (providers/azure-communication-services.md §3).
 */
final class RequestSignature {

  /** As RFC 1123 has it, with two digits for the day, which Java's own format leaves out. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private static final String SIGNED_HEADERS = "x-ms-date;host;x-ms-content-sha256";

  private RequestSignature() {}

  /**
   * The headers that sign a call. {@code Host} is not among them: HTTP clients set it themselves.
   *
   * @param method upper case
   * @param uri exactly as it will be called, already where the host really is
   * @param body empty for none
   * @param key the decoded access key
   */
  static Map<String, List<String>> headers(
      String method, URI uri, byte[] body, Instant now, byte[] key) {
    String date = date(now);
    String hash = hash(body);
    String signature =
        Base64.getEncoder()
            .encodeToString(
                Hmac.SHA256.of(key, stringToSign(method, uri, date, hash).getBytes(UTF_8)));
    return Map.of(
        "x-ms-date", List.of(date),
        "x-ms-content-sha256", List.of(hash),
        "Authorization",
            List.of("HMAC-SHA256 SignedHeaders=" + SIGNED_HEADERS + "&Signature=" + signature));
  }

  /** A point in time as Azure writes it, to the second. */
  static String date(Instant instant) {
    return DATE.format(instant);
  }

  /** What is signed. */
  static String stringToSign(String method, URI uri, String date, String hash) {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return method + "\n" + uri.getRawPath() + query + "\n" + date + ";" + host(uri) + ";" + hash;
  }

  /** The hash of a body, also of an empty one. */
  static String hash(byte[] body) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** As HTTP clients write it: with the port only where it is not the scheme's own. */
  private static String host(URI uri) {
    int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    return uri.getPort() == -1 || uri.getPort() == usual
        ? uri.getHost()
        : uri.getHost() + ":" + uri.getPort();
  }
}
