package io.parley.simulator.provider;

import io.parley.simulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a request's {@code Authorization} header says; scheme words in any case. */
public final class Credentials {

  /** A login; the password may hold colons. */
  public record Login(String user, String password) {}

  private Credentials() {}

  public static Optional<Login> basic(Request request) {
    return scheme(request, "Basic ").flatMap(Credentials::decoded);
  }

  public static Optional<String> bearer(Request request) {
    return scheme(request, "Bearer ");
  }

  private static Optional<String> scheme(Request request, String scheme) {
    return Optional.ofNullable(request.header("authorization"))
        .filter(header -> header.regionMatches(true, 0, scheme, 0, scheme.length()))
        .map(header -> header.substring(scheme.length()).strip());
  }

  private static Optional<Login> decoded(String base64) {
    try {
      String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new Login(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
