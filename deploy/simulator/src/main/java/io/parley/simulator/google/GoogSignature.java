package io.parley.simulator.google;

import io.parley.simulator.provider.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * {@code X-Goog-Signature}: HMAC-SHA-512 under the client token (google-business-messages.md §3).
 */
final class GoogSignature {

  static final String HEADER = "X-Goog-Signature";

  private GoogSignature() {}

  /**
   * Signs text as UTF-8: the body of Business Messages, the decoded data of RCS.
   *
   * @return 88 characters of base64
   */
  static String of(String clientToken, String signed) {
    byte[] key = clientToken.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(Hmac.of("HmacSHA512", key, signed));
  }
}
