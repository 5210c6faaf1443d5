package io.parley.channels.google;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.events.EventJson;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** The signed JWT that is exchanged for an access token (RFC 7523; RS256). */
final class SignedAssertion {

  /** How long it holds; Google allows an hour at most. */
  static final Duration VALIDITY = Duration.ofHours(1);

  private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

  private SignedAssertion() {}

  /** The whole assertion. It opens the account until it expires. */
  static String of(ServiceAccountKey key, String scope, Instant now) {
    String input = signingInput(key.keyId(), key.email(), scope, key.tokenUrl(), now);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.key());
      signature.update(input.getBytes(US_ASCII));
      return input + "." + BASE64_URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an RSA key of 2048 bits can always sign", e);
    }
  }

  /** What is signed: header and claims. */
  static String signingInput(
      String keyId, String email, String scope, String audience, Instant now) {
    ObjectNode header = EventJson.mapper().createObjectNode();
    header.put("alg", "RS256").put("typ", "JWT").put("kid", keyId);
    ObjectNode claims = EventJson.mapper().createObjectNode();
    claims
        .put("iss", email)
        .put("scope", scope)
        .put("aud", audience)
        .put("iat", now.getEpochSecond())
        .put("exp", now.plus(VALIDITY).getEpochSecond());
    return encoded(header) + "." + encoded(claims);
  }

  private static String encoded(ObjectNode part) {
    return BASE64_URL.encodeToString(part.toString().getBytes(UTF_8));
  }
}
