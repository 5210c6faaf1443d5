package io.parley.admin.identity;

import io.parley.channels.secrets.SecretCipher;
import io.parley.platform.database.Database;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The key that signs tokens (ES256). It is made by the first instance that ever starts, kept
 * encrypted in the database, and the same for all instances.
 */
@Startup
@ApplicationScoped
class SigningKey {

  /** Stands where an account's id stands for account secrets. */
  private static final UUID OWNER = new UUID(0, 1);

  private static final String FIELD = "signing-key";
  private static final String KEEP =
      "insert into signing_key (jwk) values ($1) on conflict do nothing";
  private static final String READ = "select jwk from signing_key";

  private final PublicJsonWebKey key;

  SigningKey(Database database, SecretCipher cipher) {
    // Two instances may start at once: each offers a key, the first one stays.
    String kept =
        database.inTransaction(
            transaction -> {
              var present = transaction.first(READ, row -> row.getString(0));
              if (present.isPresent()) {
                return present.get();
              }
              transaction.update(KEEP, cipher.encrypt(OWNER, FIELD, generate()));
              return transaction.first(READ, row -> row.getString(0)).orElseThrow();
            });
    key = parse(cipher.decrypt(OWNER, FIELD, kept));
  }

  String id() {
    return key.getKeyId();
  }

  PrivateKey privateKey() {
    return key.getPrivateKey();
  }

  PublicKey publicKey() {
    return key.getPublicKey();
  }

  /** The key set that verifies tokens, as JSON (RFC 7517). */
  String keySet() {
    return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  private static String generate() {
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

  private static PublicJsonWebKey parse(String json) {
    try {
      return PublicJsonWebKey.Factory.newPublicJwk(json);
    } catch (JoseException e) {
      // The cause is left out: it may quote the key.
      throw new IllegalStateException("the key for tokens cannot be read");
    }
  }
}
