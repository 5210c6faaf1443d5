package io.parley.channels.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * User and password of HTTP's Basic scheme (RFC 7617), in UTF-8.
 *
 * @param user has no colon
 * @param password may have colons
 */
public record BasicCredentials(String user, String password) {

  private static final String SCHEME = "Basic ";

  /** The value of {@code Authorization}. */
  public String header() {
    return SCHEME + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
  }

  /** Reads a value of {@code Authorization}; nothing if it is not of the Basic scheme. */
  public static Optional<BasicCredentials> parse(String header) {
    String value = header.strip();
    if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      String pair =
          new String(Base64.getDecoder().decode(value.substring(SCHEME.length()).strip()), UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Whether both are the same; takes the same time whatever differs. */
  public boolean matches(BasicCredentials other) {
    return MessageDigest.isEqual(user.getBytes(UTF_8), other.user.getBytes(UTF_8))
        & MessageDigest.isEqual(password.getBytes(UTF_8), other.password.getBytes(UTF_8));
  }

  /** Says nothing that opens anything. */
  @Override
  public String toString() {
    return "BasicCredentials";
  }
}
