package io.parley.admin.identity;

import java.security.PrivateKey;
import java.time.Instant;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * One key that signs tokens (ES256).
 *
 * @param jwk the key pair
 * @param signsFrom from when on it signs, until the next one does
 */
record SigningKey(PublicJsonWebKey jwk, Instant signsFrom) {

  /** What tokens name it by. */
  String id() {
    return jwk.getKeyId();
  }

  PrivateKey privateKey() {
    return jwk.getPrivateKey();
  }

  /** A new key pair as JSON (RFC 7517), private part and all. */
  static String generate() {
    try {
      EllipticCurveJsonWebKey generated = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      generated.setKeyId(generated.calculateBase64urlEncodedThumbprint("SHA-256"));
      generated.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
      generated.setUse("sig");
      return generated.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    } catch (JoseException e) {
      throw new IllegalStateException("no key could be made for tokens", e);
    }
  }

  static SigningKey parse(String json, Instant signsFrom) {
    try {
      return new SigningKey(PublicJsonWebKey.Factory.newPublicJwk(json), signsFrom);
    } catch (JoseException e) {
      // The cause is left out: it may quote the key.
      throw new IllegalStateException("a key for tokens cannot be read");
    }
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "SigningKey[" + id() + ", " + signsFrom + "]";
  }
}
