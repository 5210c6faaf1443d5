package io.parley.testing;

import io.parley.events.configuration.User.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Really signed tokens, as admin-service issues them. */
public final class TestTokens {

  private static final int DAYS = 400;

  private TestTokens() {}

  /** A token of this user, valid for longer than any test moves the clock. */
  public static String token(UUID userId, Role... roles) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer("parley");
    claims.setAudience("parley");
    claims.setSubject(userId.toString());
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(Duration.ofDays(DAYS).toMinutes());
    claims.setGeneratedJwtId();
    claims.setStringListClaim("roles", Arrays.stream(roles).map(Role::name).toList());
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    EllipticCurveJsonWebKey key = key();
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    signature.setHeader("typ", "JWT");
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file with the key set that verifies the tokens. */
  static Path keySetFile() {
    try {
      Path file = Files.createTempFile("parley-jwks", ".json");
      Files.writeString(
          file, new JsonWebKeySet(key()).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized EllipticCurveJsonWebKey key() {
    try {
      if (!TestEnvironment.TOKEN_KEY.isSet()) {
        EllipticCurveJsonWebKey generated = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        generated.setKeyId("test");
        generated.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        generated.setUse("sig");
        TestEnvironment.TOKEN_KEY.set(
            generated.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
      }
      return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(TestEnvironment.TOKEN_KEY.text());
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
