package io.parley.simulator.azure;

import io.parley.simulator.provider.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The signature of a request with an access key (azure-communication-services.md §3). */
final class RequestSignature {

  private RequestSignature() {}

  /** What stands in {@code x-ms-content-sha256}; an empty body has one too. */
  static String contentHash(String body) {
    try {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * The signature.
   *
   * @param pathAndQuery as sent, still escaped
   * @param date as sent
   * @param host with the port if it was sent
   */
  static String of(
      String accessKey,
      String method,
      String pathAndQuery,
      String date,
      String host,
      String contentHash) {
    String text = method + "\n" + pathAndQuery + "\n" + date + ";" + host + ";" + contentHash;
    byte[] key = Base64.getDecoder().decode(accessKey);
    return Base64.getEncoder().encodeToString(Hmac.of(Hmac.SHA256, key, text));
  }
}
