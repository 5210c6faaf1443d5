package io.parley.channels.wire;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes, as providers sign with. */
public enum Hmac {
  MD5("HmacMD5"),
  SHA1("HmacSHA1"),
  SHA224("HmacSHA224"),
  SHA256("HmacSHA256"),
  SHA384("HmacSHA384"),
  SHA512("HmacSHA512");

  private final String algorithm;

  Hmac(String algorithm) {
    this.algorithm = algorithm;
  }

  /**
   * The keyed hash of some bytes.
   *
   * @throws IllegalArgumentException if the key is empty
   */
  public byte[] of(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  /**
   * Whether this is the keyed hash; takes the same time whatever differs. An empty key never fits.
   */
  public boolean matches(byte[] key, byte[] data, byte[] given) {
    return key.length > 0 && MessageDigest.isEqual(of(key, data), given);
  }
}
