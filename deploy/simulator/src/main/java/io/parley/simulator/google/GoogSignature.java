package io.parley.simulator.google;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code X-Goog-Signature}: HMAC-SHA-512 under the client token (google-business-messages.md §3). */
final class GoogSignature {

  static final String HEADER = "X-Goog-Signature";

  private GoogSignature() {}

  /**
   * Signs text as UTF-8: the body of Business Messages, the decoded data of RCS.
   *
   * @return 88 characters of base64
   */
  static String of(String clientToken, String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(clientToken.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA512 is part of every JDK", e);
    }
  }
}
