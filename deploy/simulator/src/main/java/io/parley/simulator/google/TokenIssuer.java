package io.parley.simulator.google;

import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Parameters;
import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Credentials;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code POST /token}: turns a signed assertion into an access token (google-business-messages.md
 * §1). Service accounts belong to the accounts of Business Messages and RCS alike.
 */
public final class TokenIssuer {

  static final String PATH = "/token";
  static final String MESSAGES = "https://www.googleapis.com/auth/businessmessages";
  static final String COMMUNICATIONS = "https://www.googleapis.com/auth/businesscommunications";
  static final String RCS = "https://www.googleapis.com/auth/rcsbusinessmessaging";

  private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final String REAL_AUDIENCE = "https://oauth2.googleapis.com/token";
  private static final Set<String> SCOPES = Set.of(MESSAGES, COMMUNICATIONS, RCS);
  private static final int LONGEST_SECONDS = 3600;
  private static final int MOST_CLOCK_SKEW_SECONDS = 300;
  private static final int MOST_TOKENS = 10_000;

  private record Trusted(ServiceAccount account, int tokenSeconds) {}

  private record Token(String clientEmail, Set<String> scopes, Instant expires) {}

  private final Map<String, Trusted> trusted = new ConcurrentHashMap<>();
  private final Bounded<String, Token> tokens = new Bounded<>(MOST_TOKENS);
  private final Clock clock;

  public TokenIssuer(Clock clock) {
    this.clock = clock;
  }

  /**
   * Trusts this key from now on, in place of an earlier one of the same e-mail address.
   *
   * @param tokenSeconds how long its tokens live
   */
  void trust(ServiceAccount account, int tokenSeconds) {
    trusted.put(account.clientEmail(), new Trusted(account, tokenSeconds));
  }

  void clear() {
    trusted.clear();
    tokens.clear();
  }

  /** The e-mail address behind the request's token, if that is valid for this scope. */
  Optional<String> identify(Request request, String scope) {
    return Credentials.bearer(request)
        .flatMap(tokens::get)
        .filter(token -> token.expires().isAfter(clock.instant()))
        .filter(token -> token.scopes().contains(scope))
        .map(Token::clientEmail)
        .filter(email -> trusted.containsKey(email) && !trusted.get(email).account().revoked());
  }

  Answer answer(Request request) {
    if (!request.method().equals("POST")) {
      return Answer.empty(405);
    }
    Parameters form = request.form();
    if (!form.text("grant_type").equals(GRANT_TYPE)) {
      return refused("unsupported_grant_type", "Invalid grant_type: " + form.text("grant_type"));
    }
    try {
      return issued(Assertion.parse(form.text("assertion")), request);
    } catch (InvalidFieldException malformed) {
      return refused("invalid_grant", "Bad Request: " + malformed.getMessage());
    }
  }

  private Answer issued(Assertion assertion, Request request) {
    Trusted signer = trusted.get(assertion.issuer());
    if (signer == null) {
      return refused("invalid_grant", "Invalid grant: account not found");
    }
    ServiceAccount account = signer.account();
    if (account.revoked()
        || !assertion.keyId().equals(account.privateKeyId())
        || !assertion.isSignedWith(account.key())) {
      return refused("invalid_grant", "Invalid JWT Signature.");
    }
    if (!assertion.audience().equals(REAL_AUDIENCE)
        && !assertion.audience().equals("http://" + request.header("host") + PATH)) {
      return refused("invalid_grant", "Invalid JWT: Failed audience check.");
    }
    if (!isTimely(assertion)) {
      return refused(
          "invalid_grant",
          "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable"
              + " timeframe. Check your iat and exp values in the JWT claim.");
    }
    Set<String> scopes = new HashSet<>(List.of(assertion.scope().strip().split(" +")));
    if (!SCOPES.containsAll(scopes)) {
      return refused("invalid_scope", "Invalid OAuth scope or ID token audience provided.");
    }
    return token(signer, scopes);
  }

  private Answer token(Trusted signer, Set<String> scopes) {
    String token = "ya29.sim-" + UUID.randomUUID();
    Instant expires = clock.instant().plusSeconds(signer.tokenSeconds());
    tokens.put(token, new Token(signer.account().clientEmail(), scopes, expires));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", token);
    body.put("expires_in", signer.tokenSeconds());
    body.put("token_type", "Bearer");
    return Answer.json(200, body);
  }

  private boolean isTimely(Assertion assertion) {
    long now = clock.instant().getEpochSecond();
    return assertion.issued() <= now + MOST_CLOCK_SKEW_SECONDS
        && assertion.expires() > now
        && assertion.expires() - assertion.issued() <= LONGEST_SECONDS
        && assertion.expires() > assertion.issued();
  }

  private static Answer refused(String error, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    body.put("error_description", description);
    return Answer.error(400, error, body);
  }
}
