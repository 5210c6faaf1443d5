package io.parley.simulator.infobip;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Fields;
import io.parley.simulator.provider.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription's webhooks prove their origin (infobip.md §4).
 *
 * @param username for {@code BASIC}
 * @param password for {@code BASIC}
 * @param secretKey for {@code HMAC}
 * @param algorithm for {@code HMAC}; HMAC_SHA_256 when absent
 * @param headerName for {@code HMAC}: the name follows the account's configuration
 * @param base64 for {@code HMAC}: Base64 in place of hexadecimal digits
 * @param prefix for {@code HMAC}: stands before the digest, such as {@code sha256=}
 * @param headers for {@code CUSTOM}
 */
public record Security(
    Type type,
    @Nullable String username,
    @Nullable String password,
    @Nullable String secretKey,
    @Nullable Algorithm algorithm,
    @Nullable String headerName,
    boolean base64,
    @Nullable String prefix,
    Map<String, String> headers) {

  /** The kinds that can be configured, as far as they are simulated. */
  public enum Type {
    BASIC,
    HMAC,
    CUSTOM
  }

  /** Digest algorithms by Infobip's names. */
  public enum Algorithm {
    @JsonProperty("HMAC_MD5")
    MD5("HmacMD5"),
    @JsonProperty("HMAC_SHA_1")
    SHA_1("HmacSHA1"),
    @JsonProperty("HMAC_SHA_224")
    SHA_224("HmacSHA224"),
    @JsonProperty("HMAC_SHA_256")
    SHA_256(Hmac.SHA256),
    @JsonProperty("HMAC_SHA_384")
    SHA_384("HmacSHA384"),
    @JsonProperty("HMAC_SHA_512")
    SHA_512("HmacSHA512");

    private final String jdkName;

    Algorithm(String jdkName) {
      this.jdkName = jdkName;
    }
  }

  private static final String NOBODYS_SECRET = "nobody's secret";

  public Security {
    switch (Fields.required(type, "type")) {
      case BASIC -> {
        Fields.required(username, "username");
        Fields.required(password, "password");
      }
      case HMAC -> {
        Fields.required(secretKey, "secretKey");
        Fields.required(headerName, "headerName");
      }
      case CUSTOM -> Fields.required(headers, "headers");
    }
    headers = Fields.mapOrEmpty(headers);
  }

  public static Security basic(String username, String password) {
    return new Security(Type.BASIC, username, password, null, null, null, false, null, Map.of());
  }

  public static Security hmac(String secretKey, Algorithm algorithm, String headerName) {
    return new Security(
        Type.HMAC, null, null, secretKey, algorithm, headerName, false, null, Map.of());
  }

  /** The headers that this kind of proof adds to a webhook with this body. */
  Map<String, String> proof(SignatureKind wanted, String body) {
    return switch (wanted) {
      case NONE -> Map.of();
      case VALID -> proof(password, secretKey, body);
      case SECONDARY, WRONG -> proof(NOBODYS_SECRET, NOBODYS_SECRET, body);
    };
  }

  private Map<String, String> proof(
      @Nullable String withPassword, @Nullable String withSecret, String body) {
    return switch (type) {
      case BASIC -> {
        byte[] pair = (username + ":" + withPassword).getBytes(StandardCharsets.UTF_8);
        yield Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
      }
      case HMAC ->
          Map.of(
              Fields.required(headerName, "headerName"),
              Fields.orElse(prefix, "") + digest(Fields.orElse(withSecret, ""), body));
      case CUSTOM -> NOBODYS_SECRET.equals(withSecret) ? Map.of() : headers;
    };
  }

  private String digest(String secret, String body) {
    byte[] digest =
        Hmac.of(
            Fields.orElse(algorithm, Algorithm.SHA_256).jdkName,
            secret.getBytes(StandardCharsets.UTF_8),
            body);
    return base64 ? Base64.getEncoder().encodeToString(digest) : HexFormat.of().formatHex(digest);
  }
}
