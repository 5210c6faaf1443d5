package io.parley.simulator.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed digests over UTF-8 text. */
public final class Hmac {

  public static final String SHA256 = "HmacSHA256";

  private Hmac() {}

  /**
   * The digest.
   *
   * @param algorithm the JDK's name, such as {@code HmacSHA256}
   * @param key at least one byte
   */
  public static byte[] of(String algorithm, byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK knows " + algorithm, e);
    }
  }
}
