package io.parley.testing.webhook;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes with which providers sign. */
public final class KeyedHash {

  private KeyedHash() {}

  /**
   * The hash of data.
   *
   * @param algorithm as the JDK calls it, such as {@code HmacSHA256}
   */
  public static byte[] of(String algorithm, byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(algorithm, e);
    }
  }
}
