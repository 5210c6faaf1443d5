package io.parley.simulator.twilio;

import io.parley.simulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Checks Basic authentication: Account SID with a token, or API key with its secret. */
final class Access {

  private static final String SCHEME = "Basic ";

  /** Whose credentials were shown, and whether by key. */
  record Grant(Account account, boolean byKey) {}

  private final Accounts accounts;

  Access(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Admits to an account's resources.
   *
   * @throws RefusedException 20003 for wrong credentials, 20404 for another account's resources
   */
  Grant admit(Request request, String accountSid) {
    Grant grant = identify(request);
    if (!grant.account().sid().equals(accountSid)) {
      throw TwilioError.NOT_FOUND.refused();
    }
    return grant;
  }

  /**
   * Tells whose credentials these are.
   *
   * @throws RefusedException 20003
   */
  Grant identify(Request request) {
    return credentials(request).flatMap(this::grant).orElseThrow(TwilioError.AUTHENTICATE::refused);
  }

  private Optional<Grant> grant(String credentials) {
    int colon = credentials.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String user = credentials.substring(0, colon);
    String password = credentials.substring(colon + 1);
    return accounts.all().stream()
        .filter(account -> opens(account, user, password))
        .findFirst()
        .map(account -> new Grant(account, !account.sid().equals(user)));
  }

  private static boolean opens(Account account, String user, String password) {
    AccountSettings settings = account.settings();
    return account.sid().equals(user)
        ? password.equals(settings.authToken()) || password.equals(settings.secondaryToken())
        : password.equals(settings.apiKeys().get(user));
  }

  private static Optional<String> credentials(Request request) {
    String header = request.header("authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      return Optional.of(new String(decoded, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
