package io.parley.channels.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.wire.JsonBody;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key file of a service account (providers/google-business-messages.md §1).
 *
 * @param email who signs
 * @param keyId which of its keys
 * @param key the private key
 * @param tokenUrl where tokens are issued; always a host of Google
 */
record ServiceAccountKey(String email, String keyId, RSAPrivateKey key, String tokenUrl) {

  /** Where Google issues tokens. */
  static final String TOKEN_URL = "https://oauth2.googleapis.com/token";

  private static final int FEWEST_BITS = 2_048;
  private static final Pattern PEM =
      Pattern.compile(
          "\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,200}@[^\\s@]{1,200}");

  /**
   * Reads a key file.
   *
   * @throws IllegalArgumentException if it is none; the message says what is expected and repeats
   *     nothing of it
   */
  static ServiceAccountKey read(String json) {
    JsonNode file = JsonBody.read(json);
    if (!file.isObject()) {
      throw new IllegalArgumentException("is not JSON: paste the whole key file");
    }
    if (!"service_account".equals(file.path("type").asText())) {
      throw new IllegalArgumentException(
          "is not a service account's key file: its type must be service_account");
    }
    String email = JsonBody.text(file.path("client_email"));
    if (email == null || !EMAIL.matcher(email).matches()) {
      throw new IllegalArgumentException("has no client_email");
    }
    String keyId = JsonBody.text(file.path("private_key_id"));
    if (keyId == null) {
      throw new IllegalArgumentException("has no private_key_id");
    }
    return new ServiceAccountKey(
        email,
        keyId,
        privateKey(JsonBody.text(file.path("private_key"))),
        tokenUrl(JsonBody.text(file.path("token_uri"))));
  }

  /** Says which key it is and nothing that opens anything. */
  @Override
  public String toString() {
    return "ServiceAccountKey[" + keyId + "]";
  }

  private static RSAPrivateKey privateKey(@Nullable String pem) {
    Matcher matcher = PEM.matcher(pem == null ? "" : pem);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("has no private_key in the form of PEM (PKCS #8)");
    }
    RSAPrivateKey key = rsaKey(matcher.group(1));
    if (key.getModulus().bitLength() < FEWEST_BITS) {
      throw new IllegalArgumentException(
          "has a private_key of fewer than " + FEWEST_BITS + " bits");
    }
    return key;
  }

  private static RSAPrivateKey rsaKey(String base64) {
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(base64);
      return (RSAPrivateKey)
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Without the cause, which may repeat parts of the key.
      throw new IllegalArgumentException("has a private_key that is no RSA key");
    }
  }

  /** A key file that names another host could send the assertion to a stranger. */
  private static String tokenUrl(@Nullable String stated) {
    if (stated == null) {
      return TOKEN_URL;
    }
    try {
      URI uri = new URI(stated.strip());
      String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
      boolean google =
          "https".equalsIgnoreCase(uri.getScheme())
              && uri.getRawUserInfo() == null
              && (uri.getPort() == -1 || uri.getPort() == 443)
              && (host.equals("accounts.google.com") || host.endsWith(".googleapis.com"));
      return google ? uri.toString() : TOKEN_URL;
    } catch (URISyntaxException notAUrl) {
      return TOKEN_URL;
    }
  }
}
