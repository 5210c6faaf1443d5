package io.parley.simulator.google;

import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/**
 * A JWT that asks for a token (google-business-messages.md §1).
 *
 * @param signature base64url
 * @param issued seconds since 1970
 * @param expires seconds since 1970
 */
record Assertion(
    String signingInput,
    String signature,
    String algorithm,
    String keyId,
    String issuer,
    String scope,
    String audience,
    long issued,
    long expires) {

  private static final long LAST_SECOND = 253_402_300_799L;

  /**
   * @throws InvalidFieldException if it is no JWT with these claims
   */
  static Assertion parse(String jwt) {
    String[] parts = jwt.split("\\.", -1);
    if (parts.length != 3) {
      throw new InvalidFieldException("assertion", "must have three parts");
    }
    JsonObject header = JsonObject.parse(text(parts[0]));
    JsonObject claims = JsonObject.parse(text(parts[1]));
    return new Assertion(
        parts[0] + "." + parts[1],
        checked(parts[2]),
        header.requiredText("alg"),
        header.text("kid").orElse(""),
        claims.requiredText("iss"),
        claims.requiredText("scope"),
        claims.requiredText("aud"),
        seconds(claims, "iat"),
        seconds(claims, "exp"));
  }

  boolean isSignedWith(PublicKey key) {
    try {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(key);
      verifier.update(signingInput.getBytes(StandardCharsets.US_ASCII));
      return algorithm.equals("RS256") && verifier.verify(bytes(signature));
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static long seconds(JsonObject claims, String name) {
    return claims.integer(name, 0, LAST_SECOND).orElseThrow(() -> claims.missing(name));
  }

  private static String checked(String part) {
    bytes(part);
    return part;
  }

  private static String text(String part) {
    return new String(bytes(part), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String part) {
    if (part.endsWith("=")) {
      throw new InvalidFieldException("assertion", "must not be padded");
    }
    try {
      return Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException e) {
      throw new InvalidFieldException("assertion", "must be base64url");
    }
  }
}
