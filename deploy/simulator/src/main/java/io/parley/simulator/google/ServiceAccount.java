package io.parley.simulator.google;

import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The public half of a service account's key.
 *
 * @param clientEmail the {@code iss} of its assertions
 * @param privateKeyId the {@code kid} of its assertions
 * @param publicKey an RSA key, PEM or bare base64 of the X.509 form
 * @param revoked whether tokens are refused with {@code invalid_grant}
 */
public record ServiceAccount(
    String clientEmail, String privateKeyId, String publicKey, boolean revoked) {

  public ServiceAccount {
    Fields.matching(clientEmail, "\\S+@\\S+", "clientEmail");
    Fields.matching(privateKeyId, "\\S+", "privateKeyId");
    load(Fields.required(publicKey, "publicKey"));
  }

  PublicKey key() {
    return load(publicKey);
  }

  private static PublicKey load(String pem) {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new InvalidFieldException("publicKey", "must be an RSA public key in X.509 form");
    }
  }
}
