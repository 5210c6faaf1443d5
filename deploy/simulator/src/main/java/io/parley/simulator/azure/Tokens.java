package io.parley.simulator.azure;

import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens that Entra ID gives Event Grid (azure-communication-services.md §4.6), and their keys. */
final class Tokens {

  private static final String EVENT_GRID = "4962773b-9cdb-44cf-a8bf-237846a00ab7";
  private static final String KEY_ID = "simulator-1";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Clock clock;
  // Made when first needed: most simulators never need it, and it takes a moment.
  private @Nullable KeyPair keys;

  Tokens(Clock clock) {
    this.clock = clock;
  }

  /**
   * A signed token for an hour.
   *
   * @param audience in place of the configured one, for tokens that are wrong
   */
  String issue(SubscriptionSettings.Entra entra, String audience) {
    Instant now = clock.instant();
    boolean first = entra.version() == 1;
    String host = first ? "https://sts.windows.net/" : "https://login.microsoftonline.com/";
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", audience);
    claims.put("iss", host + entra.tenantId() + (first ? "/" : "/v2.0"));
    claims.put("iat", now.getEpochSecond());
    claims.put("nbf", now.getEpochSecond());
    claims.put("exp", now.getEpochSecond() + 3_600);
    claims.put(first ? "appid" : "azp", EVENT_GRID);
    claims.put("tid", entra.tenantId());
    claims.put("roles", List.of("AzureEventGridSecureWebhookSubscriber"));
    claims.put("uti", UUID.randomUUID().toString());
    claims.put("ver", first ? "1.0" : "2.0");
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("typ", "JWT");
    header.put("alg", "RS256");
    header.put("kid", KEY_ID);
    String signed = encoded(Json.write(header)) + "." + encoded(Json.write(claims));
    return signed + "." + BASE64.encodeToString(signature(signed));
  }

  /** {@code GET /{tenant}/discovery/v2.0/keys}. */
  Answer published() {
    RSAPublicKey key = (RSAPublicKey) keys().getPublic();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kty", "RSA");
    json.put("use", "sig");
    json.put("alg", "RS256");
    json.put("kid", KEY_ID);
    json.put("n", encoded(key.getModulus()));
    json.put("e", encoded(key.getPublicExponent()));
    return Answer.json(200, Map.of("keys", List.of(json)));
  }

  private byte[] signature(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys().getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java signs with RSA", e);
    }
  }

  private synchronized KeyPair keys() {
    if (keys == null) {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        keys = generator.generateKeyPair();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has RSA", e);
      }
    }
    return keys;
  }

  private static String encoded(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the byte for the sign. */
  private static String encoded(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int start = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
  }
}
