package io.parley.outbound.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.parley.simulator.google.ServiceAccount;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The key of a service account, made once for all tests, under an e-mail of each account. */
final class GoogleKey {

  private static final int BITS = 2048;
  private static final KeyPair PAIR = pair();

  private GoogleKey() {}

  /** The key file as Google gives it to its customer. */
  static String file(String email) {
    try {
      return JsonMapper.builder()
          .build()
          .writeValueAsString(
              Map.of(
                  "type", "service_account",
                  "project_id", "harbor-books",
                  "private_key_id", "k1",
                  "private_key",
                      "-----BEGIN PRIVATE KEY-----\n"
                          + Base64.getMimeEncoder().encodeToString(PAIR.getPrivate().getEncoded())
                          + "\n-----END PRIVATE KEY-----\n",
                  "client_email", email,
                  "token_uri", "https://oauth2.googleapis.com/token"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What Google knows of it. */
  static ServiceAccount atGoogle(String email) {
    return new ServiceAccount(
        email, "k1", Base64.getEncoder().encodeToString(PAIR.getPublic().getEncoded()), false);
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
